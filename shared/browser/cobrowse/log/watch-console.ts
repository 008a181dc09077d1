import type { PageLogKind } from '../../../protocol/page-log.ts';
import { sayValue } from './say-value.ts';

const kinds = {
  error: 'error',
  assert: 'error',
  warn: 'warning',
  log: 'info',
  info: 'info',
  debug: 'info',
} as const satisfies Partial<Record<keyof Console, PageLogKind>>;
type Method = keyof typeof kinds;

/** Calls with what a page writes to its console. The page's own console works as before. */
export function watchConsole(
  { console }: Window & typeof globalThis,
  wrote: (kind: PageLogKind, text: string) => void,
): () => void {
  let isOn = true;
  const undo = (Object.keys(kinds) as Method[]).map((method) => {
    const original = console[method];
    const watched = (...args: unknown[]) => {
      Reflect.apply(original, console, args);
      if (!isOn || (method === 'assert' && args[0])) return;
      try {
        wrote(kinds[method], (method === 'assert' ? args.slice(1) : args).map((value) => sayValue(value)).join(' '));
      } catch {
        // What cannot be said must not stop the page.
      }
    };
    console[method] = watched;
    return () => {
      // Somebody else may have wrapped it since: ours then passes on and says nothing.
      if (console[method] === watched) console[method] = original;
    };
  });
  return () => {
    isOn = false;
    for (const off of undo) off();
  };
}
