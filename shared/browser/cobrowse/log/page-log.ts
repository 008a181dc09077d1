import { type PageLogKind, pageLogLimits, type PageLogLine } from '../../../protocol/page-log.ts';
import { createLineBudget } from './line-budget.ts';
import { watchConsole } from './watch-console.ts';
import { watchRequests } from './watch-requests.ts';

export interface PageLogDeps {
  win: Window & typeof globalThis;
  /** As they may leave; null: nothing may. */
  words(text: string): string | null;
  address(url: string): string | null;
  post(message: { lines: PageLogLine[]; dropped: number }): void;
}

export interface PageLog {
  stop(): void;
}

/** How long lines wait for others, ms. */
const gatherMs = 200;

/** Tells what a page writes for its developers and which of its requests fail, from now on. */
export function startPageLog({ win, words, address, post }: PageLogDeps): PageLog {
  const budget = createLineBudget(pageLogLimits.linesPerSecond, () => performance.now());
  let lines: PageLogLine[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send() {
    timer = undefined;
    const dropped = budget.dropped();
    if (lines.length + dropped > 0) post({ lines, dropped });
    lines = [];
  }
  function note(kind: PageLogKind, raw: string, url: string, status: number | null) {
    timer ??= setTimeout(send, gatherMs);
    if (!budget.take() || lines.length >= pageLogLimits.linesAtOnce) return;
    const text = words(raw.slice(0, pageLogLimits.textChars));
    if (text === null) return;
    lines.push({
      kind,
      text: text.slice(0, pageLogLimits.textChars),
      address: (address(url) ?? '').slice(0, pageLogLimits.addressChars),
      status,
      at: Date.now(),
    });
  }

  const undo = [
    watchConsole(win, (kind, text) => note(kind, text, '', null)),
    watchRequests(win, {
      failed: (method, url, status) => note('request', method, url, status),
      broken: (text, url) => note('error', text, url, null),
    }),
  ];
  return {
    stop() {
      clearTimeout(timer);
      for (const off of undo) off();
    },
  };
}
