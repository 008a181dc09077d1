/** What Escape does by itself: the topmost modal dialog or popover closes, unless the page objects. */
export function escape(doc: Document): void {
  const popover = [...doc.querySelectorAll<HTMLElement>('[popover]:popover-open')].findLast(
    ({ popover: kind }) => kind === 'auto' || kind === 'hint',
  );
  if (popover) return popover.hidePopover();
  const dialog = [...doc.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1);
  if (dialog?.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}
