/** Puts an element of the mirror into a state that HTML has no attribute for, as its `data-beside-…` attribute says. */
export function applyState(element: Element, attribute: string): void {
  const value = element.getAttribute(attribute);
  switch (attribute) {
    case 'data-beside-dialog':
      return showDialog(element as HTMLDialogElement, value);
    case 'data-beside-popover':
      return togglePopover(element as HTMLElement, value === 'open');
    case 'data-beside-indeterminate':
      (element as HTMLInputElement).indeterminate = value !== null;
      return;
    case 'data-beside-chosen':
      choose(element as HTMLSelectElement, value);
      return;
    case 'data-beside-hover':
      return hover(element, value !== null);
  }
}

export const isState = (attribute: string): boolean => attribute.startsWith('data-beside-');

/** Null: closed, or none. That one without a backdrop is open, its attribute says. */
function showDialog(dialog: HTMLDialogElement, mode: string | null): void {
  const isModal = dialog.matches('dialog:modal');
  if (dialog.localName !== 'dialog' || isModal === (mode === 'modal')) return;
  const { open } = dialog;
  // One that has lost the attribute would not close.
  if (isModal) dialog.open = true;
  dialog.close();
  try {
    if (mode === 'modal') dialog.showModal();
    else dialog.open = open && mode !== null;
  } catch {
    // It is in no page by now.
  }
}

function togglePopover(element: HTMLElement, open: boolean): void {
  // Details toggle too.
  if (!element.hasAttribute('popover')) return;
  try {
    // One that closes by itself would close with the next click at the host.
    if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
    if (open) element.showPopover();
    else element.hidePopover();
  } catch {
    // Open or closed already, or not in the page.
  }
}

/** By value; which option is chosen is not shown when the value is not. */
function choose(select: HTMLSelectElement, value: string | null): void {
  const options = [...(select.options ?? [])];
  if (!select.multiple)
    select.selectedIndex = value === null ? -1 : options.findIndex((option) => option.value === value);
}

/** A pointer that is over an element is over all that it lies in. */
function hover(element: Element, over: boolean): void {
  for (let node: Element | null = element; node; node = node.parentElement ?? shadowHost(node)) {
    node.toggleAttribute('data-beside-over', over);
  }
}

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
