import { effect } from '@preact/signals';
import { consoleSizes } from '../../platform/consoles.ts';
import type { ConsoleWindow } from '../window/create-console-window.ts';
import { sizeOwnWindow } from './size-own-window.ts';
import type { Size } from './tray-size.ts';

/** The window is small while it is a tray, and afterwards as large as it was. */
export function fitLayout({ layout }: ConsoleWindow, life: AbortSignal): void {
  let wasTray = layout.peek() === 'tray';
  let before: Size | null = null;
  const dispose = effect(() => {
    const now = layout.value;
    const isTray = now === 'tray';
    if (isTray === wasTray) return;
    wasTray = isTray;
    if (isTray) before = { width: outerWidth, height: outerHeight };
    else void sizeOwnWindow(before ?? consoleSizes[now]);
  });
  life.addEventListener('abort', dispose);
}
