import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { folderPlaces } from '../../protocol/manager-folder.ts';
import type { ManagerClient } from '../manager/manager-client.ts';
import { t } from '../ui/i18n.ts';
import { type Picked, pickByManager } from './pick-folder.ts';

interface Props {
  manager: ManagerClient;
  canWrite: ReadonlySignal<boolean>;
  onPick: (picking: Promise<Picked>) => void;
}

type Place = { kind: (typeof folderPlaces)[number]; path: string };

/** A folder by the Support Manager: one of the person's usual ones, or a path that they type. */
export function ManagerFolder({ manager, canWrite, onPick }: Props) {
  const id = useId();
  const places = useSignal<readonly Place[]>([]);
  const path = useSignal('');
  useEffect(() => {
    void manager.folderPlaces().then((told) => {
      if (told.ok) places.value = told.value;
    });
  }, [manager]);
  const open = () => {
    if (path.value.trim() !== '') onPick(pickByManager(manager, path.value, canWrite.value));
  };
  return (
    <div class="field">
      <label for={`${id}-path`}>{t('folder.path')}</label>
      {places.value.length > 0 && (
        <div class="row" role="group" aria-label={t('folder.places')}>
          {places.value.map((place) => (
            <button key={place.kind} type="button" class="quiet" onClick={() => (path.value = place.path)}>
              {t(`folder.place.${place.kind}`)}
            </button>
          ))}
        </div>
      )}
      <div class="row">
        <input
          id={`${id}-path`}
          class="folder-path"
          value={path.value}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => (path.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') open();
          }}
        />
        <button type="button" disabled={path.value.trim() === ''} onClick={open}>
          {t('folder.openPath')}
        </button>
      </div>
    </div>
  );
}
