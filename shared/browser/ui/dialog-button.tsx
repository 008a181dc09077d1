import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** What is in the dialog, made anew each time it opens. */
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a modal dialog of the same name. */
export function DialogButton({ label, children }: Props) {
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
      <dialog ref={dialog} aria-label={label} onClose={() => (isOpen.value = false)}>
        {isOpen.value && (
          <div class="stack">
            <h2>{label}</h2>
            {children(() => dialog.current?.close())}
          </div>
        )}
      </dialog>
    </>
  );
}
