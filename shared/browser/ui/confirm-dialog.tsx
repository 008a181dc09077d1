import { useEffect, useRef } from 'preact/hooks';
import { t } from './i18n.ts';

interface Props {
  label: string;
  title: string;
  text: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before what cannot be undone; open as long as it is there. */
export function ConfirmDialog({ label, title, text, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} aria-label={title} onClose={onClose}>
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
  );
}
