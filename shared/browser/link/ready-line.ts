import type { Incoming } from './media-peer.ts';
import type { RawPeer } from './raw-peer.ts';

/** A line for one picture each way, negotiated before there is one. */
export interface ReadyLine {
  /** What is put on it leaves with its next frame, without another offer and answer. Null: it is not there, or was taken. */
  take(): RTCRtpSender | null;
}

/**
 * The initiator's first offer has it. `onIncoming`: what the other side sends on it is told by its label alone, since it
 * belongs to no stream when it is negotiated. `isOfStream`: whether the sender was ever a stream's; the
 * first offer's line may have found one of the responder's.
 */
export function createReadyLine(
  { simple, inner }: Pick<RawPeer<unknown>, 'simple' | 'inner'>,
  initiator: boolean,
  isOfStream: (sender: RTCRtpSender) => boolean,
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
    if (!initiator && !isOfStream(transceiver.sender)) {
      transceiver.direction = 'sendrecv';
      line = transceiver;
    }
    onIncoming({ stream: new MediaStream([track]), receivers: [receiver] });
  });
  return {
    take() {
      const sender = line?.sender ?? null;
      line = null;
      return sender;
    },
  };
}
