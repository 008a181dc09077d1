import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { byteText } from '../../../shared/browser/files/byte-text.ts';
import { dayAndTime, t } from '../../../shared/browser/ui/i18n.ts';
import { conflictAnswers } from '../../../shared/folder/run-copy.ts';
import type { FolderEntry } from '../../../shared/protocol/folder.ts';
import type { AskedConflict } from './create-transfers.ts';

const labels = { replace: 'folder.replace', 'keep-both': 'folder.keepBoth', skip: 'folder.skip' } as const;

const about = ({ size, modified }: FolderEntry): string =>
  [size === null ? '' : byteText(size), modified === null ? '' : dayAndTime(modified)]
    .filter((part) => part !== '')
    .join(', ') || '–';

/** A file of that name is there already. */
export function ConflictDialog({ conflict, name }: { conflict: AskedConflict; name: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const forAll = useSignal(false);
  useEffect(() => dialog.current?.showModal(), []);
  const { there, coming, below, answer } = conflict;
  const answers = there.kind === 'file' ? conflictAnswers : conflictAnswers.filter((one) => one !== 'replace');
  return (
    <dialog
      ref={dialog}
      aria-labelledby="folder-conflict"
      onCancel={(event) => {
        event.preventDefault();
        answer('skip', false);
      }}
    >
      <div class="stack">
        <h2 id="folder-conflict">{t('folder.conflictTitle', { name: below.join(' › ') })}</h2>
        <p>{t('folder.conflictText', { there: about(there), coming: about(coming) })}</p>
        <p class="hint">{t('folder.conflictTheirs', { name })}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={forAll.value}
            onChange={(event) => (forAll.value = event.currentTarget.checked)}
          />
          <span>{t('folder.forAll')}</span>
        </label>
        <div class="row">
          {answers.map((one) => (
            <button key={one} type="button" onClick={() => answer(one, forAll.value)}>
              {t(labels[one])}
            </button>
          ))}
        </div>
      </div>
    </dialog>
  );
}
