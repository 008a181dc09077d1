const isMac = /mac/i.test(navigator.platform);

export const paletteKeys = isMac ? '⌘K' : 'Ctrl+K';
export const noteKeys = isMac ? '⌘Enter' : 'Ctrl+Enter';
export const helpKeys = '?';

export const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isMac ? metaKey : ctrlKey) && !altKey && !shiftKey;

/** A sign that somebody writes in a field is no command. */
export const isHelpKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === '?' &&
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
