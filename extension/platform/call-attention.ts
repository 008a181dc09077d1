import { effect, type ReadonlySignal } from '@preact/signals';
import { browser } from './browser.ts';

/** The window asks to be looked at, as the system does that; it takes no focus. */
export function callAttention(when: ReadonlySignal<boolean>): void {
  effect(() => {
    if (when.value) void ask();
  });
}

async function ask(): Promise<void> {
  const { id, focused } = await browser.windows.getCurrent();
  if (id !== undefined && !focused) await browser.windows.update(id, { drawAttention: true });
}
