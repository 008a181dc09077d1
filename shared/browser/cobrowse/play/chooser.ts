export type ChooserAnswer = { type: 'control.choose'; options: number[] } | { type: 'control.fill'; value: string };

export interface Chooser {
  /**
   * Opens a list or a picker of the player's own when `element` has a native one, which a mirror cannot
   * show. False when it has none.
   */
  open(element: Element, at: { clientX: number; clientY: number }, answer: (answer: ChooserAnswer) => void): boolean;
  close(): void;
}

const picked = /^(?:date|time|datetime-local|month|week|color)$/;

/** A small panel in the player page, built anew for each use; plain text only, as the page is hostile. */
export function createChooser(panel: HTMLElement): Chooser {
  let closing = new AbortController();

  function close() {
    closing.abort();
    panel.hidden = true;
    panel.replaceChildren();
  }
  function show({ clientX, clientY }: { clientX: number; clientY: number }, control: HTMLElement) {
    close();
    closing = new AbortController();
    panel.append(control);
    panel.hidden = false;
    panel.style.left = `${Math.max(0, Math.min(clientX, innerWidth - panel.offsetWidth))}px`;
    panel.style.top = `${Math.max(0, Math.min(clientY, innerHeight - panel.offsetHeight))}px`;
    control.addEventListener('keydown', (event) => void (event.key === 'Escape' && close()), {
      signal: closing.signal,
    });
    control.addEventListener('blur', close, { signal: closing.signal });
    control.focus();
  }

  function list(select: HTMLSelectElement): HTMLSelectElement {
    const copy = document.createElement('select');
    copy.multiple = select.multiple;
    for (const option of select.options) {
      const line = document.createElement('option');
      line.textContent = option.label || option.text;
      line.disabled = option.disabled;
      line.selected = option.selected;
      copy.append(line);
    }
    copy.size = Math.max(2, Math.min(12, copy.length));
    if (!select.multiple && !select.querySelector('[selected]')) copy.selectedIndex = -1;
    return copy;
  }

  return {
    open(element, at, answer) {
      const select = element.closest('select');
      if (select && !select.matches(':disabled')) {
        const copy = list(select);
        const done = () => {
          const options = [...copy.options].flatMap((option, index) => (option.selected ? [index] : []));
          if (!copy.multiple) close();
          answer({ type: 'control.choose', options });
        };
        show(at, copy);
        const { signal } = closing;
        // A change by arrow keys is not yet a choice.
        copy.addEventListener('keydown', (event) => void (event.key === 'Enter' && done()), { signal });
        copy.addEventListener('click', (event) => void (event.target !== copy && done()), { signal });
        return true;
      }
      const input = element.closest('input');
      const type = input?.getAttribute('type')?.toLowerCase() ?? '';
      if (!input || input.disabled || input.readOnly || !picked.test(type)) return false;
      const copy = document.createElement('input');
      copy.type = type;
      show(at, copy);
      copy.addEventListener(
        'change',
        () => void (copy.value !== '' && answer({ type: 'control.fill', value: copy.value })),
        { signal: closing.signal },
      );
      return true;
    },
    close,
  };
}
