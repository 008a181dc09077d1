import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FolderRoot } from '../../folder/folder-root.ts';
import type { ManagerClient } from '../manager/manager-client.ts';
import { type MessageKey, t } from '../ui/i18n.ts';
import { FolderField } from './folder-field.tsx';
import { ManagerFolder } from './manager-folder.tsx';
import { hasFolderPicker, pickByDialog, type Picked } from './pick-folder.ts';

interface Props {
  chosen: Signal<FolderRoot | null>;
  /** Null: there is none here. */
  manager: ManagerClient | null;
  /** What may be allowed beside looking and copying; null: it is one's own affair, and all is. */
  mayChange: string | null;
  /** It may take a while. */
  onBegin?: () => void;
}

/** Where a person says which folder it is, in each way that their browser has. */
export function FolderChooser({ chosen, manager, mayChange, onBegin = () => undefined }: Props) {
  const id = useId();
  const wantsChange = useSignal(mayChange === null);
  const isPicking = useSignal(false);
  const problem = useSignal<MessageKey | null>(null);
  const hasPicker = hasFolderPicker();

  async function take(picking: Promise<Picked>): Promise<void> {
    if (isPicking.value) return;
    isPicking.value = true;
    problem.value = null;
    onBegin();
    const picked = await picking;
    isPicking.value = false;
    if (picked.ok) {
      chosen.peek()?.close();
      chosen.value = picked.root;
    } else problem.value = picked.problem;
  }
  const allowChange = (isOn: boolean) => {
    wantsChange.value = isOn;
    // What was picked was picked for less, or more.
    chosen.peek()?.close();
    chosen.value = null;
  };
  const root = chosen.value;

  return (
    <div class="stack folder-chooser">
      {mayChange !== null && (hasPicker || manager) && (
        <label class="check">
          <input
            type="checkbox"
            checked={wantsChange.value}
            onChange={(event) => allowChange(event.currentTarget.checked)}
          />
          <span>{mayChange}</span>
        </label>
      )}
      <div class="row">
        {hasPicker ? (
          <button type="button" disabled={isPicking.value} onClick={() => void take(pickByDialog(wantsChange.value))}>
            {t(root ? 'folder.chooseOther' : 'folder.choose')}
          </button>
        ) : (
          <FolderField isChosen={root !== null} onPicked={(picked) => void take(Promise.resolve(picked))} />
        )}
        {root && (
          <span role="status" class="folder-chosen">
            <strong>{root.name}</strong>{' '}
            <span class={`tag ${root.canWrite ? 'warn' : ''}`}>
              {t(root.canWrite ? 'folder.mayChange' : 'folder.readOnly')}
            </span>
          </span>
        )}
      </div>
      {!hasPicker && <p class="hint">{t(manager ? 'folder.fieldOrManager' : 'folder.fieldOnly')}</p>}
      {manager && <ManagerFolder manager={manager} canWrite={wantsChange} onPick={(picking) => void take(picking)} />}
      {problem.value && (
        <p id={`${id}-problem`} class="problem" role="alert">
          {t(problem.value)}
        </p>
      )}
    </div>
  );
}
