import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DetailsMessage, SystemReport } from '../../protocol/details.ts';
import type { OwnTools } from '../assist/own-tools.ts';
import type { ToolQuestion } from '../assist/tool-question.ts';
import type { LogWish } from '../cobrowse/log/log-wish.ts';
import type { Link } from '../link/contract.ts';

/** What a customer lets be told of computer and page. */
export interface OwnDetails {
  /** Of the pages that are shown. */
  readonly log: LogWish;
  /** Lines of the log that have been told. */
  readonly lines: ReadonlySignal<number>;
  /** Allows just this report, which the customer has read. */
  allowSystem(question: ToolQuestion, report: SystemReport): void;
}

interface Deps {
  tools: OwnTools;
  link: ReadonlySignal<Link | null>;
  signal: AbortSignal;
}

export function createOwnDetails({ tools, link, signal: life }: Deps): OwnDetails {
  const logGrant = tools.on('page-log');
  const systemGrant = tools.on('system');
  const lines = signal(0);
  let allowed: SystemReport | null = null;

  const send = (message: DetailsMessage) =>
    link.peek()?.send('details', new TextEncoder().encode(JSON.stringify(message)));

  // Told once: the next look is asked for anew.
  const disposeSystem = effect(() => {
    if (!systemGrant.value || !link.value) return;
    if (allowed) send({ type: 'details.system', report: allowed });
    allowed = null;
    tools.end('system', 'released');
  });
  const disposeLog = effect(() => {
    if (!logGrant.value) lines.value = 0;
  });
  life.addEventListener('abort', () => {
    disposeSystem();
    disposeLog();
  });

  return {
    log: {
      wanted: computed(() => logGrant.value !== null),
      heard({ lines: heard, dropped }) {
        lines.value += heard.length;
        send({ type: 'details.log', lines: [...heard], dropped });
      },
    },
    lines,
    allowSystem(question, report) {
      allowed = report;
      tools.allow(question);
    },
  };
}
