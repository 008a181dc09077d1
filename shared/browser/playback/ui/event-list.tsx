import { markKind } from '../../../recording/marks.ts';
import type { Playback } from '../playback.ts';
import { markText } from './mark-text.ts';
import { t } from './say.ts';
import { timeText } from './time-text.ts';

/** What was found, or else all that happened; each leads to its moment. */
export function EventList({ playback }: { playback: Playback }) {
  const hits = playback.hits.value;
  if (hits) {
    return (
      <ol class="playback-events">
        {hits.map((hit, index) => (
          <li key={index}>
            <button type="button" class="quiet" onClick={() => void playback.seek(hit.at)}>
              <span class="playback-at">{timeText(hit.at)}</span>
              <span class="tag">{hit.by ?? t('playback.inPage')}</span> {hit.text}
            </button>
          </li>
        ))}
      </ol>
    );
  }
  if (playback.marks.length === 0) return <p class="hint">{t('playback.noEvents')}</p>;
  const { at } = playback.clock.value;
  const current = playback.marks.findLastIndex((mark) => mark.at <= at);
  return (
    <ol class="playback-events">
      {playback.marks.map((mark, index) => (
        <li key={index} aria-current={index === current ? 'step' : undefined}>
          <button type="button" class="quiet" onClick={() => void playback.seek(mark.at)}>
            <span class="playback-at">{timeText(mark.at)}</span>
            <span class={`tag is-${markKind(mark)}`}>{t(`mark.${markKind(mark)}`)}</span>{' '}
            {(mark.kind === 'chat' || mark.kind === 'note') && <strong>{mark.by}: </strong>}
            {markText(mark)}
            {mark.kind === 'chat' && mark.isAmongHosts && <span class="hint"> ({t('mark.amongHosts')})</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
