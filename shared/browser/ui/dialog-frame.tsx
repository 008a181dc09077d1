import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from './i18n.ts';

interface Props {
  title: string;
  class?: string;
  children: ComponentChildren;
  onClose: () => void;
}

/** A modal dialog that is open as long as it is there. */
export function DialogFrame({ title, class: className, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={className} aria-label={title} onClose={onClose}>
      <div class="stack">
        <h2>{title}</h2>
        {children}
        {/* Last, so that the focus begins with what the dialog is for. */}
        <button type="button" class="quiet dialog-close" onClick={() => dialog.current?.close()}>
          {t('common.close')}
        </button>
      </div>
    </dialog>
  );
}
