import { markKind } from '../../../recording/marks.ts';
import type { Playback } from '../playback.ts';
import type { RecordedPages } from '../recorded-pages.ts';
import { t } from './say.ts';
import { timeText } from './time-text.ts';

const width = 1_000;
const height = 42;
const rowHeight = 6;
const rows = { page: 4, 'host-page': 12, screen: 20, call: 28 } as const;

/** What of these pages is not read yet, and what is not there. */
function UnseenPages({ pages: { kind, player }, x }: { pages: RecordedPages; x: (ms: number) => number }) {
  const { until, missing } = player.value.known.value;
  const row = { y: rows[kind], height: rowHeight };
  const readTo = Math.min(width, x(Math.max(0, until)));
  return (
    <>
      <rect class="timeline-unread" x={readTo} width={width - readTo} {...row} />
      {missing.map(([from, to]) => (
        <rect key={from} class="timeline-missing" x={x(from)} width={Math.max(2, x(to - from))} {...row} />
      ))}
    </>
  );
}

/** What was recorded when, what happened, what was found; and the place, which can be moved. */
export function Timeline({ playback }: { playback: Playback }) {
  const { durationMs, tracks, marks } = playback;
  const { at } = playback.clock.value;
  const x = (ms: number) => (durationMs > 0 ? (ms / durationMs) * width : 0);
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="timeline-ground" width={width} height={height} />
        {tracks.map(({ trackId, kind, from, to }) => (
          <rect
            key={trackId}
            class={`timeline-track is-${kind}`}
            x={x(from)}
            y={rows[kind]}
            width={Math.max(1, x(to - from))}
            height={rowHeight}
          />
        ))}
        {playback.pages.map((pages) => (
          <UnseenPages key={pages.kind} pages={pages} x={x} />
        ))}
        {marks.map((mark, index) => (
          <rect
            key={index}
            class={`timeline-mark is-${markKind(mark)}`}
            x={x(mark.at) - 1}
            y={36}
            width={2}
            height={6}
          />
        ))}
        {playback.hits.value?.map((hit, index) => (
          <rect key={index} class="timeline-hit" x={x(hit.at) - 1.5} y={0} width={3} height={height} />
        ))}
        <rect class="timeline-now" x={x(at) - 1} y={0} width={2} height={height} />
      </svg>
      <input
        type="range"
        min={0}
        max={durationMs}
        step={100}
        value={at}
        aria-label={t('playback.position')}
        aria-valuetext={t('playback.positionText', { at: timeText(at), length: timeText(durationMs) })}
        onInput={(event) => void playback.seek(Number(event.currentTarget.value))}
      />
    </div>
  );
}
