import { useRef } from 'preact/hooks';
import { ConfirmButton } from '../../../shared/browser/ui/confirm-button.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { type HostFolder, otherSide, type Side } from './host-folder.ts';
import { NameButton } from './name-button.tsx';

interface Props {
  folder: HostFolder;
  side: Side;
  name: string;
}

/** What can be done on one side. */
export function PaneTools({ folder, side, name }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const pane = folder.panes[side];
  const canWrite = pane.root.value?.canWrite === true;
  const chosen = pane.chosenEntries.value;
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const other = folder.panes[otherSide(side)].root.value;
  const isTheirs = side === 'theirs';
  return (
    <div class="folder-tools">
      <form
        class="row"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void pane.search(field.current?.value.trim() ?? '');
        }}
      >
        <input ref={field} type="search" aria-label={t('folder.search')} placeholder={t('folder.search')} />
        {pane.sought.value && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              if (field.current) field.current.value = '';
              void pane.refresh();
            }}
          >
            {t('folder.endSearch')}
          </button>
        )}
      </form>
      <div class="row">
        {other?.canWrite && (
          <button type="button" class="primary" disabled={chosen.length === 0} onClick={() => folder.copy(side)}>
            {t(isTheirs ? 'folder.toOurs' : 'folder.toTheirs', { name })}
          </button>
        )}
        {isTheirs && (
          <button
            type="button"
            disabled={!chosen.some(({ entry }) => entry.kind === 'file')}
            onClick={() => folder.save()}
          >
            {t('folder.download')}
          </button>
        )}
        {isTheirs && canWrite && (
          <label class="button folder-field">
            {t('folder.upload')}
            <input
              type="file"
              multiple
              class="visually-hidden"
              onChange={(event) => {
                void folder.send([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
        )}
        {canWrite && (
          <>
            <NameButton label={t('folder.make')} initial="" onName={(text) => void pane.make(text)} />
            <span class="folder-act" data-act="rename">
              <NameButton
                label={t('folder.rename')}
                initial={only?.entry.name ?? ''}
                isOff={!only}
                onName={(text) => only && void pane.rename(only, text)}
              />
            </span>
            <span class="folder-act" data-act="remove">
              {isTheirs ? (
                <button type="button" disabled={chosen.length === 0} onClick={() => void pane.remove(chosen)}>
                  {t('folder.remove')}
                </button>
              ) : (
                chosen.length > 0 && (
                  <ConfirmButton
                    label={t('folder.remove')}
                    title={t('folder.remove')}
                    text={t('folder.removeOwnText', { count: chosen.length })}
                    onConfirm={() => void pane.remove(chosen)}
                  />
                )
              )}
            </span>
          </>
        )}
        <button type="button" class="quiet" onClick={() => void pane.refresh()}>
          {t('folder.refresh')}
        </button>
      </div>
    </div>
  );
}
