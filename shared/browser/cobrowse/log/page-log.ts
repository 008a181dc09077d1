import { type PageLogKind, pageLogLimits, type PageLogLine } from '../../../protocol/page-log.ts';
import { createLineBudget } from './line-budget.ts';
import { watchConsole } from './watch-console.ts';
import { watchRequests } from './watch-requests.ts';

export interface PageLogDeps {
  win: Window & typeof globalThis;
  /** What of a line may leave, as things stand now; null: nothing may. */
  filter(): ((text: string) => string) | null;
  address(url: string): string | null;
  post(message: { lines: PageLogLine[]; dropped: number }): void;
}

export interface PageLog {
  stop(): void;
}

/** So long lines wait for others, ms: by then the page shows what they are about, and it is known what is hidden. */
const gatherMs = 500;
/** More is filtered than told: what is cut in the middle is not recognised. */
const readChars = 5_000;
const tailChars = 300;

type Raw = Omit<PageLogLine, 'text' | 'address'> & { raw: string; url: string };

/** Tells what a page writes for its developers and which of its requests fail, from now on. */
export function startPageLog({ win, filter, address, post }: PageLogDeps): PageLog {
  const budget = createLineBudget(pageLogLimits.linesPerSecond, () => performance.now());
  let waiting: Raw[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send() {
    timer = undefined;
    const dropped = budget.dropped();
    const words = waiting.length > 0 ? filter() : null;
    const lines = words ? waiting.map((line) => asTold(line, words, address)) : [];
    waiting = [];
    if (lines.length + dropped > 0) post({ lines, dropped });
  }
  function note(kind: PageLogKind, raw: string, url: string, status: number | null) {
    timer ??= setTimeout(send, gatherMs);
    if (!budget.take() || waiting.length >= pageLogLimits.linesAtOnce) return;
    waiting.push({ kind, raw, url, status, at: Date.now() });
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

function asTold(
  { raw, url, ...line }: Raw,
  words: (text: string) => string,
  address: PageLogDeps['address'],
): PageLogLine {
  const clean = words(raw.slice(0, readChars));
  const whole = raw.length > readChars ? clean.slice(0, -tailChars) : clean;
  return {
    ...line,
    text: whole.slice(0, pageLogLimits.textChars),
    address: (address(url) ?? '').slice(0, pageLogLimits.addressChars),
  };
}
