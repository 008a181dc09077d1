import { fileChunkBytes } from './frame.ts';

/** How much may come before it is acknowledged, and how long after the first of it. */
interface Patience {
  bytes: number;
  frames: number;
  ms: number;
}
/** Small frames share an acknowledgement. A hidden window's timers are late, so the counts matter too. */
const promptly: Patience = { bytes: 128 * 1024, frames: 32, ms: 10 };
const patiences = {
  prompt: promptly,
  /** What is pressed is seen to have its effect within 50 ms; before that an acknowledgement is only in its way. */
  calm: { ...promptly, ms: 50 },
  /**
   * Of published files: an acknowledgement costs two browsers and the relay as much as a piece, and there is room for
   * eight pieces on the way; that the bytes are on the disk is said apart.
   */
  lazy: { bytes: 2 * fileChunkBytes + 1, frames: 32, ms: 100 },
} satisfies Record<string, Patience>;
export type AckPatience = keyof typeof patiences;

/** Frames that have come and are not acknowledged; `send` acknowledges all of them. */
export function createAckDebt(soon: (run: () => void, afterMs: number) => void, send: () => void) {
  const owed = (patience: Patience) => ({ patience, bytes: 0, frames: 0, planned: false });
  const debtOf = { prompt: owed(patiences.prompt), calm: owed(patiences.calm), lazy: owed(patiences.lazy) };
  const debts = Object.values(debtOf);

  function pay(): void {
    if (debts.every(({ frames }) => frames === 0)) return;
    for (const debt of debts) {
      debt.bytes = 0;
      debt.frames = 0;
    }
    send();
  }

  return {
    add(payloadBytes: number, by: AckPatience): void {
      const debt = debtOf[by];
      const { patience } = debt;
      debt.bytes += payloadBytes;
      debt.frames += 1;
      if (debt.bytes >= patience.bytes || debt.frames >= patience.frames) {
        pay();
      } else if (!debt.planned) {
        debt.planned = true;
        soon(() => {
          debt.planned = false;
          if (debt.frames > 0) pay();
        }, patience.ms);
      }
    },
    pay,
  };
}
