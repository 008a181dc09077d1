import { useRef } from 'preact/hooks';
import { errorText, t } from '../ui/i18n.ts';
import { useLooking } from '../ui/use-looking.ts';
import type { OwnFiles } from './create-files.ts';
import { FileDrop } from './file-drop.tsx';
import { FilePublish } from './file-publish.tsx';
import { OwnFileRow } from './own-file-row.tsx';
import { TheirFileRow } from './their-file-row.tsx';

interface Props {
  files: OwnFiles;
  isHost: boolean;
  /** The session is over: what is here can still be saved. */
  isOver: boolean;
}

/** The files of the session: what is published here, and what others have published for this one. */
export function FilesPanel({ files, isHost, isOver }: Props) {
  const rows = files.rows.value;
  const mayPublish = files.mayPublish.value;
  const problems = files.problems.value;
  const wasLooking = useRef(false);
  const panel = useRef<HTMLElement>(null);
  useLooking((isLooking) => {
    // What is new stays marked for as long as it is looked at.
    if (wasLooking.current && !isLooking) files.looked();
    wasLooking.current = isLooking;
  }, panel);
  if (rows.length === 0 && (isOver || !mayPublish)) return null;
  return (
    <section class="files" ref={panel} aria-label={t('file.title')}>
      <div class="row">
        <h2>{t('file.title')}</h2>
        {files.fresh.value > 0 && <span class="tag bad">{t('file.new', { count: files.fresh.value })}</span>}
      </div>
      {mayPublish && <FilePublish files={files} isHost={isHost} />}
      {mayPublish && <FileDrop files={files} />}
      {problems.length > 0 && (
        <div class="problem" role="alert">
          <ul>
            {problems.map(({ name, code }, at) => (
              <li key={at}>
                {name}: {errorText(code)}
              </li>
            ))}
          </ul>
          <button type="button" class="quiet" onClick={() => files.dismissProblems()}>
            {t('common.close')}
          </button>
        </div>
      )}
      {mayPublish && rows.length === 0 && <p class="hint">{t('file.empty')}</p>}
      {rows.length > 0 && (
        <ol class="file-list">
          {rows.map((row) =>
            row.side === 'own' ? (
              <OwnFileRow key={row.file.id} files={files} row={row} isOver={isOver} />
            ) : (
              <TheirFileRow key={row.file.id} files={files} row={row} isOver={isOver} />
            ),
          )}
        </ol>
      )}
    </section>
  );
}
