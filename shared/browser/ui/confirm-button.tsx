import { useRef } from 'preact/hooks';
import { t } from './i18n.ts';

interface Props {
  label: string;
  title: string;
  text: string;
  onConfirm: () => void;
  class?: string;
}

/** A button for what cannot be undone: asks once, in a modal dialog. */
export function ConfirmButton({ label, title, text, onConfirm, class: className = '' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" class={className} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={title}>
        <div class="stack">
          <h2>{title}</h2>
          <p>{text}</p>
          <div class="row">
            <button
              type="button"
              class="danger"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {label}
            </button>
            <button type="button" onClick={close}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
