import { type ReadonlySignal, signal } from '@preact/signals';
import type { ScreenAnswer, ScreenCommand } from '../../../protocol/screen-control.ts';
import { screenLimits } from '../../../protocol/screen-limits.ts';
import { createTokenBucket } from '../../../protocol/token-bucket.ts';
import type { ShownScreen } from '../own-screens.ts';
import { zoomOf } from '../tab-zoom.ts';

interface Deps {
  /** What this window shows to the viewer. */
  shown: ReadonlySignal<readonly Pick<ShownScreen, 'view' | 'sendings'>[]>;
  answer(message: ScreenAnswer): void;
  now?: () => number;
  signal: AbortSignal;
}

/** Whether the browser lets us; it may ask. */
const lets = async (stream: MediaStream): Promise<boolean> => {
  try {
    return (await zoomOf(stream)?.allow()) ?? false;
  } catch {
    return false;
  }
};

/** Which shown tabs the viewer may zoom: those of which their owner has said so in this window. */
export function createZoomGate({ shown, answer, now = () => performance.now(), signal: life }: Deps) {
  const allowed = signal<ReadonlySet<MediaStream>>(new Set());
  const rate = createTokenBucket(screenLimits.zoomsPerSecond, screenLimits.zoomsAtOnce, now);

  const all = () =>
    shown
      .peek()
      .flatMap(({ view: { grantId }, sendings }) => sendings.map(({ stream }) => ({ grant: grantId, stream })));
  function tell(stream: MediaStream): void {
    const one = all().find((each) => each.stream === stream);
    const on = allowed.peek().has(stream);
    if (one) answer({ type: 'screen.zoomable', grant: one.grant, stream: stream.id, on });
  }

  // What is not shown just now may be shown again, to a viewer who comes back; what has ended may not.
  const dispose = shown.subscribe(() => {
    const left = [...allowed.peek()].filter(({ active }) => active);
    if (left.length < allowed.peek().size) allowed.value = new Set(left);
  });
  life.addEventListener('abort', dispose);

  return {
    allowed: allowed as ReadonlySignal<ReadonlySet<MediaStream>>,
    /** From the owner's click. */
    async allow(stream: MediaStream, on: boolean): Promise<void> {
      if (on && !(await lets(stream))) return;
      allowed.value = new Set([...allowed.peek()].filter((one) => one !== stream).concat(on ? [stream] : []));
      tell(stream);
    },
    hear({ grant, stream: id, step }: Extract<ScreenCommand, { type: 'screen.zoom' }>): void {
      const one = all().find((each) => each.grant === grant && each.stream.id === id);
      if (!one || !allowed.peek().has(one.stream) || !rate.take()) return;
      // At its largest or smallest it stays as it is.
      zoomOf(one.stream)
        ?.step(step)
        .catch(() => undefined);
    },
    /** The viewer may know nothing of it yet. */
    tellAll: () => allowed.peek().forEach(tell),
  };
}
