import { deflateSync, strToU8 } from 'fflate';
import type { ToPlayer } from '../../cobrowse/play/player-messages.ts';
import { frameKinds } from '../../cobrowse/wire/frame-kind.ts';
import type { PageStep } from './page-step.ts';

/** What a step says to the player page. Null: it is for the page around that. */
export function toPlayer(step: PageStep): ToPlayer | null {
  switch (step.kind) {
    case 'batch': {
      const { isSnapshot, frame, owner, documentId, seq, viewport, more, json } = step;
      const type = isSnapshot ? 'player.snapshot' : 'player.events';
      return { type, frame, owner, documentId, seq, viewport, more, events: body(json) };
    }
    case 'left':
      return { type: 'player.left', frame: step.frame };
    case 'blank':
      return { type: 'player.blank' };
    case 'pointer':
      return { type: 'player.pointer', name: '', pointer: step.pointer };
    case 'sizes':
      return { type: 'player.asset-sizes', documentId: step.documentId, frame: step.frame, sizes: step.sizes };
    case 'asset':
    case 'titled':
      return null;
  }
}

/** Each stands alone, for what went before depends on where playing began; and goes no way that it had to be short for. */
function body(json: string): Uint8Array {
  const bytes = deflateSync(strToU8(json), { level: 0 });
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = frameKinds.fresh;
  whole.set(bytes, 1);
  return whole;
}
