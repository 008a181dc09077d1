import { computed, signal } from '@preact/signals';
import { type ComponentChildren, Fragment } from 'preact';

interface Opened {
  key: number;
  dialog: (close: () => void) => ComponentChildren;
}

/** A modal dialog is one a window, so it needs no other place than this. */
const opened = signal<Opened | null>(null);
let key = 0;

export const isDialogOpen = computed(() => opened.value !== null);

/** Opens a dialog of a command, in whichever tab or layout the console is. */
export function showDialog(dialog: Opened['dialog']): void {
  key += 1;
  opened.value = { key, dialog };
}

/** What is open is one session's: with another in front it must not act. */
export function closeDialogs(): void {
  opened.value = null;
}

/** Where dialogs of commands stand. */
export function ConsoleDialogs() {
  const now = opened.value;
  if (!now) return null;
  // The one before says that it is closed when the next may be open already.
  const close = () => {
    if (opened.peek() === now) opened.value = null;
  };
  return <Fragment key={now.key}>{now.dialog(close)}</Fragment>;
}
