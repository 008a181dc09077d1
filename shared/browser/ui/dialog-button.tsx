import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from './i18n.ts';

interface Props {
  label: string;
  /** Of the dialog. */
  title: string;
  /** What is in the dialog, made anew each time it opens. */
  children: () => ComponentChildren;
}

/** A button that opens a modal dialog. */
export function DialogButton({ label, title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useSignal(false);
  useEffect(() => {
    if (isOpen.value) dialog.current?.showModal();
  }, [isOpen.value]);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={title} onClose={() => (isOpen.value = false)}>
        {isOpen.value && (
          <div class="stack">
            <h2>{title}</h2>
            {children()}
            {/* Last, so that the focus begins with what the dialog is for. */}
            <button type="button" class="quiet dialog-close" onClick={() => dialog.current?.close()}>
              {t('common.close')}
            </button>
          </div>
        )}
      </dialog>
    </>
  );
}
