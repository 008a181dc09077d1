import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ScreenSurface } from '../../shared/browser/screen/capture.ts';
import type { ScreenControl } from '../../shared/browser/screen/control/screen-control.ts';

/** Control of a customer's computer that waits until it has a Support Manager, and then is asked for by itself. */
export interface AwaitedControl {
  readonly surface: ReadonlySignal<ScreenSurface | null>;
  /** For which the customer would rather not get one. */
  readonly refused: ReadonlySignal<ScreenSurface | null>;
  begin(surface: ScreenSurface): void;
  end(): void;
}

interface Deps {
  control: Pick<ScreenControl, 'theirs' | 'wantTheirs'>;
  ask(surface: ScreenSurface): void;
  signal: AbortSignal;
}

export function createAwaitedControl({ control, ask, signal: life }: Deps): AwaitedControl {
  const surface = signal<ScreenSurface | null>(null);
  const refused = signal<ScreenSurface | null>(null);

  const dispose = effect(() => {
    const theirs = control.theirs.value;
    const wanted = surface.value;
    if (wanted === null || theirs === null) return;
    untracked(() => {
      if (theirs.refused) {
        refused.value = wanted;
        surface.value = null;
      } else if (theirs.lack === null) {
        surface.value = null;
        ask(wanted);
        // Also said to a customer's window that has just been reloaded.
      } else control.wantTheirs(true);
    });
  });
  life.addEventListener('abort', dispose);

  return {
    surface,
    refused,
    begin(wanted) {
      refused.value = null;
      control.wantTheirs(true);
      surface.value = wanted;
    },
    end() {
      if (surface.peek() === null) return;
      surface.value = null;
      control.wantTheirs(false);
    },
  };
}
