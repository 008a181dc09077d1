import { useId } from 'preact/hooks';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { type MessageKey, t } from '../ui/i18n.ts';
import { byteText } from './byte-text.ts';
import type { OwnFiles } from './create-files.ts';
import { FileHead } from './file-head.tsx';
import type { FileRow } from './file-rows.ts';
import type { TransferFailure } from './transfer.ts';

interface Props {
  files: OwnFiles;
  row: Extract<FileRow, { side: 'theirs' }>;
  isOver: boolean;
}

const failures: Record<TransferFailure, MessageKey> = {
  'storage-full': 'file.failed.storageFull',
  'no-storage': 'file.failed.noStorage',
  'storage-failed': 'file.failed.storage',
  unreadable: 'file.failed.unreadable',
  'not-here': 'file.failed.notHere',
  broken: 'file.failed.broken',
};

/** A file of another's: fetching it, and how far that is. */
export function TheirFileRow({ files, row, isOver }: Props) {
  const { file, ownerName, transfer, isNew } = row;
  const { phase, bytes } = transfer;
  const id = useId();
  const isUnderWay = ['opening', 'waiting', 'running', 'paused', 'choose-again', 'checking'].includes(phase);
  return (
    <li class="file-row" data-file={file.name} data-phase={phase}>
      <FileHead row={row} id={id}>
        {t('file.from', { name: ownerName })}
        {isNew && <strong class="file-new"> {t('file.isNew')}</strong>}
      </FileHead>
      {isUnderWay && (
        <div class="file-progress">
          <progress max={Math.max(1, file.size)} value={bytes} aria-labelledby={id} />
          <span class="hint">{t('file.soFar', { done: byteText(bytes), all: byteText(file.size) })}</span>
        </div>
      )}
      <p class={phase === 'failed' || row.isDisguised ? 'problem' : 'hint'} role="status">
        {stateText(row)}
      </p>
      {!isOver && <FileActions files={files} row={row} id={id} />}
      {isOver && phase === 'done' && !row.isRefused && <SaveAgain files={files} row={row} id={id} />}
    </li>
  );
}

function stateText({
  file,
  transfer,
  ownerName: name,
  isOwnerHere,
  isHad,
  isDisguised,
  isRefused,
}: Props['row']): string {
  const { phase, failure } = transfer;
  if (phase === 'failed' && failure !== null) return t(failures[failure]);
  if (phase === 'done' && isRefused) return t('file.refused');
  if (phase === 'done' && isDisguised) return t('file.disguised');
  if (phase === 'done') return t('file.state.done');
  if (phase === 'checking') return t('file.state.checking');
  if (phase === 'paused') return t('file.state.paused');
  if (phase === 'none') {
    if (isHad) return t('file.had');
    return isOwnerHere ? '' : t('file.ownerAway', { name });
  }
  if (!isOwnerHere) return t('file.state.away', { name });
  if (phase === 'choose-again') return t('file.state.chooseAgain', { name });
  return phase === 'running' && file.size > 0 ? '' : t('file.state.waiting');
}

interface ActionProps {
  files: OwnFiles;
  row: Props['row'];
  /** Of the element with the file's name. */
  id: string;
}

function FileActions({ files, row, id }: ActionProps) {
  const { file, transfer, isDangerous, ownerName, isHad } = row;
  const act = (label: MessageKey, run: (fileId: string) => void, takesAway = false) => (
    <button
      type="button"
      aria-describedby={id}
      {...(takesAway && { class: 'quiet', 'data-takes-away': true })}
      onClick={() => run(file.id)}
    >
      {t(label)}
    </button>
  );
  const cancel = act('common.cancel', files.cancel, true);
  switch (transfer.phase) {
    case 'none':
    case 'failed': {
      const label = transfer.phase === 'failed' ? 'common.retry' : isHad ? 'file.fetchAgain' : 'file.download';
      return (
        <div class="row">
          {isDangerous ? (
            <ConfirmButton
              label={t(label)}
              title={t('file.dangerousTitle', { name: file.name })}
              text={t('file.dangerousText', { name: ownerName })}
              onConfirm={() => files.fetch(file.id)}
            />
          ) : (
            act(label, files.fetch)
          )}
        </div>
      );
    }
    case 'opening':
    case 'waiting':
    case 'running':
    case 'choose-again':
      return (
        <div class="row">
          {act('file.pause', files.pause, true)}
          {cancel}
        </div>
      );
    case 'paused':
      return (
        <div class="row">
          {act('file.resume', files.fetch)}
          {cancel}
        </div>
      );
    case 'checking':
      return null;
    case 'done':
      return row.isRefused ? null : <SaveAgain files={files} row={row} id={id} />;
  }
}

function SaveAgain({ files, row: { file, isDisguised, ownerName }, id }: ActionProps) {
  if (!isDisguised) {
    return (
      <div class="row">
        <button type="button" aria-describedby={id} onClick={() => files.saveAgain(file.id)}>
          {t('file.saveAgain')}
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      <ConfirmButton
        label={t('file.saveAnyway')}
        title={t('file.dangerousTitle', { name: file.name })}
        text={t('file.dangerousText', { name: ownerName })}
        onConfirm={() => files.saveAgain(file.id)}
      />
    </div>
  );
}
