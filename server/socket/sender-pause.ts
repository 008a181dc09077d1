import type { WebSocket } from 'ws';
import { parseWith } from '../../shared/protocol/codec.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Deps } from '../deps.ts';
import { flowSchema, flowTopic } from './bulk-flow.ts';

export interface SenderPause {
  paused(): boolean;
  /** For one who sends too many frames in too short a time. */
  briefly(): void;
  close(): void;
}

const brieflyMs = 100;

/** Stops reading from a sender while a receiver of its frames is full; nothing is lost, the sender's own buffer fills. */
export function createSenderPause(
  ws: WebSocket,
  sender: ParticipantId,
  deps: Pick<Deps, 'bus' | 'limits'>,
): SenderPause {
  const { bus, limits } = deps;
  const full = new Set<ParticipantId>();
  let tooMany = false;
  let safety: NodeJS.Timeout | undefined;

  function update(): void {
    clearTimeout(safety);
    if (full.size === 0 && !tooMany) return ws.resume();
    ws.pause();
    // The word to go on may be lost, or the receiver's instance.
    safety = setTimeout(() => {
      full.clear();
      ws.resume();
    }, limits.pauseAtMostMs);
  }

  const unsubscribe = bus.subscribe(flowTopic(sender), (payload) => {
    const parsed = typeof payload === 'string' ? parseWith(flowSchema, payload) : undefined;
    if (!parsed?.ok) return;
    if (parsed.message.full) full.add(parsed.message.receiver);
    else full.delete(parsed.message.receiver);
    update();
  });

  return {
    paused: () => full.size > 0 || tooMany,
    briefly() {
      if (tooMany) return;
      tooMany = true;
      update();
      setTimeout(() => {
        tooMany = false;
        update();
      }, brieflyMs);
    },
    close() {
      clearTimeout(safety);
      unsubscribe();
    },
  };
}
