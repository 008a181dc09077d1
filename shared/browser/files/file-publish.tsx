import { useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { OwnFiles } from './create-files.ts';

interface Props {
  files: OwnFiles;
  isHost: boolean;
  /** Some were chosen. */
  onPublished?: () => void;
}

/** Chooses files and publishes them. */
export function FilePublish({ files, isHost, onPublished }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const others = files.others.value;
  return (
    <div class="row file-publish">
      <button type="button" onClick={() => input.current?.click()}>
        {t('file.publish')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('file.publish')}
        onChange={(event) => {
          files.publish([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
          onPublished?.();
        }}
      />
      {isHost && others.length > 1 && (
        <select
          aria-label={t('file.audience')}
          value={files.audience.value}
          onChange={(event) => files.setAudience(event.currentTarget.value)}
        >
          <option value="all">{t('file.to.all')}</option>
          <option value="hosts">{t('file.to.hosts')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {t('file.to.one', { name })}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
