import { type ReadonlySignal, signal } from '@preact/signals';
import type { ShareRef } from '../../session/share.ts';
import { type CaptureProblem, captureScreen, type Captured, type ScreenSurface } from './capture.ts';
import { stopStream } from './captures.ts';
import type { TabCapture } from './tab-capture.ts';

/** By what a person says which it is: the browser's picker, or a press on the tab. */
export type ChosenBy = 'picker' | 'tab';

export interface Choosing {
  readonly surface: ReadonlySignal<ScreenSurface | null>;
  /** A press on the tab is waited for. */
  readonly awaitsTab: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<CaptureProblem | null>;
  choose(surface: ScreenSurface, level: ShareRef['level'], by?: ChosenBy): Promise<MediaStream | null>;
  fail(problem: CaptureProblem): void;
  /** Nobody waits for a press any more. */
  giveUp(): void;
}

/** One choice at a time: a second picker would wait behind the first. */
export function createChoosing(tabs: TabCapture | null, life: AbortSignal): Choosing {
  const surface = signal<ScreenSurface | null>(null);
  const awaitsTab = signal(false);
  const problem = signal<CaptureProblem | null>(null);
  let giveUp = () => {};

  async function capturePressed(from: TabCapture): Promise<Captured> {
    const waiting = new AbortController();
    giveUp = () => waiting.abort();
    awaitsTab.value = true;
    const captured = await from.capture(AbortSignal.any([life, waiting.signal]));
    awaitsTab.value = false;
    if (!waiting.signal.aborted || !captured.ok) return captured;
    stopStream(captured.stream);
    return { ok: false, code: 'cancelled' };
  }

  return {
    surface,
    awaitsTab,
    problem,
    async choose(wanted, level, by = 'picker') {
      if (surface.peek()) return null;
      surface.value = wanted;
      problem.value = null;
      const captured = await (tabs && by === 'tab' ? capturePressed(tabs) : captureScreen({ surface: wanted, level }));
      surface.value = null;
      if (!captured.ok) problem.value = captured.code;
      else if (life.aborted) stopStream(captured.stream);
      else return captured.stream;
      return null;
    },
    fail: (code) => void (problem.value = code),
    giveUp: () => giveUp(),
  };
}
