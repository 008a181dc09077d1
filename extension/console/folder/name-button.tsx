import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { nameFault } from '../../../shared/protocol/entry-name.ts';

interface Props {
  label: string;
  initial: string;
  isOff?: boolean;
  onName: (name: string) => void;
}

/** A button that asks for a name. */
export function NameButton({ label, initial, isOff = false, onName }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal('');
  const isBad = text.value !== '' && nameFault(text.value) !== null;
  const open = () => {
    text.value = initial;
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" disabled={isOff} aria-haspopup="dialog" onClick={open}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (nameFault(text.value) !== null) return;
            dialog.current?.close();
            onName(text.value);
          }}
        >
          <h2>{label}</h2>
          <div class="field">
            <label for={`${id}-name`}>{t('folder.newName')}</label>
            <input
              id={`${id}-name`}
              value={text.value}
              spellcheck={false}
              autocomplete="off"
              aria-invalid={isBad}
              aria-describedby={isBad ? `${id}-bad` : undefined}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
            {isBad && (
              <p id={`${id}-bad`} class="problem">
                {t('folder.badName')}
              </p>
            )}
          </div>
          <div class="row">
            <button type="submit" class="primary" disabled={text.value === '' || isBad}>
              {t('folder.save')}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
