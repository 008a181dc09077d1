import type { Playback } from '../playback.ts';

interface Deps {
  playback: Playback;
  /** Puts the focus into the search. */
  search(): void;
  signal: AbortSignal;
}

const steps: Record<string, number> = { ArrowLeft: -5_000, ArrowRight: 5_000, j: -10_000, l: 10_000 };

/** Moves about by keys, but where one types or presses a button. */
export function followKeys({ playback, search, signal }: Deps): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const by = steps[key];
      if (by !== undefined) void playback.seek(playback.clock.peek().at + by);
      else if (key === ' ' || key === 'k') playback.toggle();
      else if (key === 'Home') void playback.seek(0);
      else if (key === 'End') void playback.seek(playback.durationMs);
      else if (key === '<' || key === ',') playback.faster(-1);
      else if (key === '>' || key === '.') playback.faster(1);
      else if (key === '/') search();
      else return;
      event.preventDefault();
    },
    { signal },
  );
}

/** What has the focus needs the key itself. */
function isBusy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, textarea, select, input:not([type="range"], [type="checkbox"])')) return true;
  return key === ' ' && target.closest('button, a, summary, [type="checkbox"]') !== null;
}
