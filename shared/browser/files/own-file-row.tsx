import { useId, useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { OwnFiles } from './create-files.ts';
import { FileHead } from './file-head.tsx';
import type { FileRow } from './file-rows.ts';

interface Props {
  files: OwnFiles;
  row: Extract<FileRow, { side: 'own' }>;
  isOver: boolean;
}

/** A file that is published here, and who has it. */
export function OwnFileRow({ files, row, isOver }: Props) {
  const { file, isLost, toName, takers } = row;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <li class="file-row mine" data-file={file.name}>
      <FileHead row={row} id={id}>
        {toName ? t('file.ownToOne', { name: toName }) : t(file.to === 'hosts' ? 'file.ownToHosts' : 'file.own')}
      </FileHead>
      <div role="status" class="file-takers">
        {takers.map(({ name, upTo }) => (
          <p key={name} class="hint">
            {upTo === null
              ? t('file.has', { name })
              : t('file.fetches', { name, percent: Math.floor((upTo / Math.max(1, file.size)) * 100) })}
          </p>
        ))}
      </div>
      {!isOver && isLost && <p class="problem">{t('file.lost')}</p>}
      {!isOver && (
        <div class="row">
          {isLost && (
            <>
              <button type="button" aria-describedby={id} onClick={() => input.current?.click()}>
                {t('file.chooseAgain')}
              </button>
              <input
                ref={input}
                type="file"
                hidden
                aria-label={t('file.chooseAgain')}
                onChange={(event) => {
                  const [chosen] = event.currentTarget.files ?? [];
                  if (chosen) files.chooseAgain(file.id, chosen);
                  event.currentTarget.value = '';
                }}
              />
            </>
          )}
          <button
            type="button"
            class="quiet"
            data-takes-away
            aria-describedby={id}
            onClick={() => files.withdraw(file.id)}
          >
            {t('file.withdraw')}
          </button>
        </div>
      )}
    </li>
  );
}
