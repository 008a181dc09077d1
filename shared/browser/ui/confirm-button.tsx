import { useSignal } from '@preact/signals';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface Props {
  label: string;
  title: string;
  text: string;
  onConfirm: () => void;
  class?: string;
}

/** A button for what cannot be undone: asks once, in a modal dialog. */
export function ConfirmButton({ label, title, text, onConfirm, class: className = '' }: Props) {
  const isOpen = useSignal(false);
  return (
    <>
      <button type="button" class={className} onClick={() => (isOpen.value = true)}>
        {label}
      </button>
      {isOpen.value && (
        <ConfirmDialog
          label={label}
          title={title}
          text={text}
          onConfirm={onConfirm}
          onClose={() => (isOpen.value = false)}
        />
      )}
    </>
  );
}
