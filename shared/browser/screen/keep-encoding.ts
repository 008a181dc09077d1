import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ScreenQuality } from '../../protocol/media.ts';
import { adapt, fresh } from './adapt.ts';
import { createEncoder } from './apply-encoding.ts';
import { createCoarse } from './coarse.ts';
import { encodingFor } from './quality.ts';
import { type Counted, countReport, repeatedBetween, type ScreenStats, statsBetween, wayOf } from './screen-stats.ts';

interface Deps {
  /** Of pictures only. They may be there before their tracks are: what is set by then holds from the first frame on. */
  senders: ReadonlySignal<readonly RTCRtpSender[]>;
  /** As the viewer wants it; standard until it says. */
  quality: ReadonlySignal<ScreenQuality | null>;
  /** What changes goes ahead of it now. */
  isBehind: ReadonlySignal<boolean>;
  pairStats: () => Promise<RTCStatsReport | null>;
  signal: AbortSignal;
}

const lookEveryMs = 1_000;

/** Keeps the senders at the quality that is wanted and the line allows, and measures what leaves. */
export function keepEncoding(deps: Deps): ReadonlySignal<ScreenStats | null> {
  const { senders, quality, isBehind, pairStats, signal: until } = deps;
  const stats = signal<ScreenStats | null>(null);
  const adapted = signal(fresh);
  const step = computed(() => adapted.value.step);
  const spends = computed(() => adapted.value.spends > 0);
  let before: { sender: RTCRtpSender; counted: Counted; coarseOf: ReturnType<typeof createCoarse> } | null = null;

  const encoders = computed(() => senders.value.map((sender) => createEncoder(sender, until)));
  const apply = effect(() => {
    const encoding = encodingFor(quality.value ?? 'standard', step.value, spends.value, isBehind.value);
    for (const encode of encoders.value) encode(encoding);
  });

  async function look(): Promise<void> {
    const [sender] = senders.peek();
    const report = await sender?.getStats();
    const counted = report ? countReport(report) : null;
    if (!sender || !counted || until.aborted) return;
    const last = before?.sender === sender ? before : null;
    const coarseOf = last?.coarseOf ?? createCoarse();
    before = { sender, counted, coarseOf };
    if (!last) return;
    const now = statsBetween(last.counted, counted, wayOf(await pairStats()));
    if (!now || until.aborted) return;
    stats.value = now;
    adapted.value = adapt(adapted.peek(), {
      sentFps: now.fps,
      sourceFps: Math.min(counted.sourceFps, encodingFor(quality.peek() ?? 'standard', 0).maxFramerate),
      limited: counted.limited,
      coarse: coarseOf(last.counted, counted),
      repeated: repeatedBetween(last.counted, counted),
    });
  }
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);

  until.addEventListener('abort', () => {
    clearInterval(timer);
    apply();
    stats.value = null;
  });
  return stats;
}
