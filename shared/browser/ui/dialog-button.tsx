import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { DialogFrame } from './dialog-frame.tsx';

interface Props {
  label: string;
  /** Of the dialog. */
  title: string;
  /** What is in the dialog, made anew each time it opens. */
  children: () => ComponentChildren;
}

/** A button that opens a modal dialog. */
export function DialogButton({ label, title, children }: Props) {
  const isOpen = useSignal(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        {label}
      </button>
      {isOpen.value && (
        <DialogFrame title={title} onClose={() => (isOpen.value = false)}>
          {children()}
        </DialogFrame>
      )}
    </>
  );
}
