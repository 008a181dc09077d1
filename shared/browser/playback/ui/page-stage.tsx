import { hiddenReasons } from '../../../protocol/peer.ts';
import { PlayerFrame } from '../../showing/player-frame.tsx';
import type { Playback } from '../playback.ts';
import type { RecordedPages } from '../recorded-pages.ts';
import { t } from './say.ts';

interface Props {
  playback: Playback;
  pages: RecordedPages;
  player: { src: string } | { srcdoc: string };
}

const isHidden = (why: string) => hiddenReasons.some((reason) => reason === why);

const labels = { page: 'playback.page', 'host-page': 'playback.hostPage' } as const;

/** One side's recorded page in the strict player page, under its name and address. */
export function PageStage({ playback, pages, player }: Props) {
  const page = pages.player.value;
  const { title, url, blank } = page.sight.value;
  const { at } = playback.clock.value;
  const { until, isSeeking: isReading } = page.known.value;
  const readTo = Math.max(0, until);
  const isRecorded = playback.tracks.some(({ kind, from, to }) => kind === pages.kind && at >= from && at <= to);
  const label = t(labels[pages.kind]);
  const why =
    blank === null
      ? null
      : blank === 'lost'
        ? 'playback.lost'
        : isHidden(blank)
          ? 'playback.hidden'
          : 'playback.stopped';
  const problem = page.problem.value;
  return (
    <figure class="playback-page" aria-label={label} hidden={!isRecorded && !isReading}>
      <figcaption>
        {playback.pages.length > 1 && <span class="hint">{label}</span>} <strong>{blank === null ? title : ''}</strong>{' '}
        <span class="hint">{blank === null ? url : ''}</span>
      </figcaption>
      <div class={`playback-frame ${why && !isReading ? 'is-blank' : ''}`}>
        <PlayerFrame {...player} title={label} attach={pages.attach} />
        {why && !isReading && <p class="playback-blank">{t(why)}</p>}
        {isReading && (
          <p class="playback-blank" role="status">
            {t('playback.loading')}
            {readTo < at && <progress aria-label={t('playback.loading')} value={readTo} max={at} />}
          </p>
        )}
      </div>
      {problem && (
        <p class="problem" role="alert">
          {t(`playback.${problem}`)}
        </p>
      )}
    </figure>
  );
}
