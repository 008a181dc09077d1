import { hiddenReasons } from '../../../protocol/peer.ts';
import { PlayerFrame } from '../../showing/player-frame.tsx';
import type { Playback } from '../playback.ts';
import { t } from './say.ts';

interface Props {
  playback: Playback;
  player: { src: string } | { srcdoc: string };
}

const isHidden = (why: string) => hiddenReasons.some((reason) => reason === why);

/** The recorded page in the strict player page, under its name and address. */
export function PageStage({ playback, player }: Props) {
  const page = playback.page.value;
  const sight = page?.sight.value;
  const { at } = playback.clock.value;
  const readTo = playback.readTo.value;
  const isRecorded = playback.tracks.some(({ kind, from, to }) => kind === 'page' && at >= from && at <= to);
  const blank = sight?.blank ?? null;
  const isReading = page?.known.value.isSeeking ?? true;
  const why =
    blank === null
      ? null
      : blank === 'lost'
        ? 'playback.lost'
        : isHidden(blank)
          ? 'playback.hidden'
          : 'playback.stopped';
  const problem = page?.problem.value ?? null;
  return (
    <figure class="playback-page" hidden={!isRecorded && !isReading}>
      <figcaption>
        <strong>{blank === null ? sight?.title : ''}</strong>{' '}
        <span class="hint">{blank === null ? sight?.url : ''}</span>
      </figcaption>
      <div class={`playback-frame ${why && !isReading ? 'is-blank' : ''}`}>
        <PlayerFrame {...player} title={t('playback.page')} attach={(port) => playback.attachPage(port)} />
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
