/** What a key does in the list. `at`: the line that has the focus. */
export type GridAct =
  | { type: 'focus'; at: number; extends: boolean }
  | { type: 'open' | 'up' | 'rename' | 'remove' | 'refresh' | 'copy' | 'toggle' | 'all' };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const page = 12;

/** Null: the key is not for the list. */
export function gridAct({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, at: number, count: number): GridAct | null {
  if (altKey) return null;
  const focus = (to: number): GridAct => ({
    type: 'focus',
    at: Math.max(0, Math.min(count - 1, to)),
    extends: shiftKey,
  });
  if (ctrlKey || metaKey) {
    if (key === 'a') return { type: 'all' };
    return key === 'c' ? { type: 'copy' } : null;
  }
  switch (key) {
    case 'ArrowDown':
      return focus(at + 1);
    case 'ArrowUp':
      return focus(at - 1);
    case 'PageDown':
      return focus(at + page);
    case 'PageUp':
      return focus(at - page);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(count - 1);
    case ' ':
      return { type: 'toggle' };
    case 'Enter':
      return { type: 'open' };
    case 'Backspace':
      return { type: 'up' };
    case 'F2':
      return { type: 'rename' };
    case 'Delete':
      return { type: 'remove' };
    case 'F5':
      return { type: 'refresh' };
    default:
      return null;
  }
}
