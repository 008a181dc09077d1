import type { Incoming } from './media-peer.ts';
import type { RawPeer } from './raw-peer.ts';

/** A line for one picture each way, negotiated before there is one. */
export interface ReadyLine {
  /** Sends the track on it from the next frame on, without another offer and answer. Null: it is not there, or was taken. */
  take(track: MediaStreamTrack): RTCRtpSender | null;
}

/**
 * The initiator's first offer has it. `onIncoming`: what the other side sends on it is told by its label alone, since it
 * belongs to no stream when it is negotiated.
 */
export function createReadyLine(
  { simple, inner }: Pick<RawPeer<unknown>, 'simple' | 'inner'>,
  initiator: boolean,
  onIncoming: (incoming: Incoming) => void,
): ReadyLine {
  let line: RTCRtpTransceiver | null = null;
  let isKnown = false;
  if (initiator) {
    simple.addTransceiver('video', { direction: 'sendrecv' });
    line = inner._pc?.getTransceivers().at(-1) ?? null;
  }
  inner._pc?.addEventListener('track', ({ track, streams, receiver, transceiver }) => {
    if (isKnown || streams.length > 0 || track.kind !== 'video') return;
    isKnown = true;
    // The responder's own first picture may lie on it already.
    if (!initiator && !transceiver.sender.track) {
      transceiver.direction = 'sendrecv';
      line = transceiver;
    }
    onIncoming({ stream: new MediaStream([track]), receivers: [receiver] });
  });
  return {
    take(track) {
      const sender = line?.sender ?? null;
      line = null;
      // A peer that closes just now takes nothing more; its successor sends it.
      sender?.replaceTrack(track).catch(() => undefined);
      return sender;
    },
  };
}
