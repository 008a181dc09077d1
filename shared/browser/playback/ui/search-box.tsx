import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Playback } from '../playback.ts';
import { t } from './say.ts';

interface Props {
  playback: Playback;
  field: RefObject<HTMLInputElement | null>;
}

const charsAtMost = 100;

/** Searches in what was said and shown, as it is typed. */
export function SearchBox({ playback, field }: Props) {
  const id = useId();
  const hits = playback.hits.value;
  return (
    <form
      role="search"
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = playback.hits.peek() ?? [];
        if (first) void playback.seek(first.at);
      }}
    >
      <label for={id}>{t('playback.search')}</label>
      <input
        id={id}
        ref={field}
        type="search"
        maxLength={charsAtMost}
        placeholder={t('playback.searchHint')}
        onInput={(event) => void playback.search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <p class="hint" role="status">
        {hits && (hits.length > 0 ? t('playback.found', { count: hits.length }) : t('playback.noneFound'))}
      </p>
    </form>
  );
}
