import { type ReadonlySignal, signal } from '@preact/signals';
import type { Seat } from '../../../shared/protocol/rest.ts';

const here = signal('besideExtension' in document.documentElement.dataset);
document.addEventListener('beside:extension', () => (here.value = true));

/** Whether the extension has announced itself on this page; turns true in mid-page after an install. */
export const hasExtension: ReadonlySignal<boolean> = here;

/** Hands the session over to the extension: it opens the assist window. */
export function handOver(seat: Seat): void {
  window.postMessage({ type: 'assist.open', seat }, location.origin);
}

export function showAssistWindow(): void {
  window.postMessage({ type: 'assist.show' }, location.origin);
}
