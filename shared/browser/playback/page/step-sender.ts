import type { ToPlayer } from '../../cobrowse/play/player-messages.ts';
import type { PageSight } from './page-messages.ts';
import type { PageStep } from './page-step.ts';
import { playableBlob } from './playable-blob.ts';
import { toPlayer } from './to-player.ts';

type AssetStep = Extract<PageStep, { kind: 'asset' }>;

/** What has been said to the player so far. */
interface Said {
  readonly sight: PageSight;
  /** Its newest batch of the page; null: there is no page. */
  readonly reach: { documentId: string; seq: number } | null;
}

interface StepSender extends Said {
  /** Nothing of before counts any more. */
  begin(): void;
  messages(steps: readonly PageStep[]): ToPlayer[];
  /** Bytes by hash, not looked at; what has waited for them. */
  blob(hash: string, bytes: Uint8Array): ToPlayer[];
}

const nobody: PageSight = { title: '', url: '', blank: 'stopped' };

/** Makes of steps what the player page is told, and knows what that has been told. */
export function createStepSender(): StepSender {
  const bytesOf = new Map<string, Uint8Array>();
  let awaited = new Map<string, AssetStep[]>();
  let sight = nobody;
  let reach: Said['reach'] = null;
  /** Of its own: to go back in time is one batch more. */
  let seq = 0;

  function assetMessage(step: AssetStep): ToPlayer | null {
    const { documentId, frame, asset, asKind: kind, live, hash } = step;
    const bytes = bytesOf.get(hash);
    if (!bytes) {
      awaited.set(hash, [...(awaited.get(hash) ?? []), step]);
      return null;
    }
    const blob = playableBlob(bytes, kind);
    return blob && { type: 'player.asset', documentId, frame, asset, kind, live, blob };
  }
  function note(step: PageStep) {
    if (step.kind === 'titled') sight = { ...sight, title: step.title, url: step.url };
    if (step.kind === 'blank') {
      sight = { ...sight, blank: step.why };
      reach = null;
    }
    if (step.kind !== 'batch' || step.frame !== 0) return;
    sight = { ...sight, blank: null };
    reach = { documentId: step.documentId, seq: step.seq };
  }

  return {
    get sight() {
      return sight;
    },
    get reach() {
      return reach;
    },
    begin() {
      awaited = new Map();
      sight = nobody;
      reach = null;
    },
    messages: (steps) =>
      steps.flatMap((given) => {
        const step = given.kind === 'batch' ? { ...given, seq: (seq += 1) } : given;
        note(step);
        const message = step.kind === 'asset' ? assetMessage(step) : toPlayer(step);
        return message ? [message] : [];
      }),
    blob(hash, bytes) {
      bytesOf.set(hash, bytes.slice());
      const waiting = awaited.get(hash) ?? [];
      awaited.delete(hash);
      return waiting.flatMap((step) => assetMessage(step) ?? []);
    },
  };
}
