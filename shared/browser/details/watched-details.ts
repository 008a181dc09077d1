import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { parseWith } from '../../protocol/codec.ts';
import { detailsSchema, type SystemReport } from '../../protocol/details.ts';
import { pageLogLimits, type PageLogLine } from '../../protocol/page-log.ts';
import type { Link } from '../link/contract.ts';

/** What the customer has let be told, at the host's; until the window closes. */
export interface WatchedDetails {
  readonly system: ReadonlySignal<SystemReport | null>;
  readonly lines: ReadonlySignal<readonly PageLogLine[]>;
  /** Of the log: left out, by the page's window or here. */
  readonly dropped: ReadonlySignal<number>;
  clearLog(): void;
}

export function createWatchedDetails(link: ReadonlySignal<Link | null>, life: AbortSignal): WatchedDetails {
  const system = signal<SystemReport | null>(null);
  const lines = signal<readonly PageLogLine[]>([]);
  const dropped = signal(0);

  const dispose = effect(() => {
    link.value?.receive('details', (bytes) => {
      const parsed = parseWith(detailsSchema, new TextDecoder().decode(bytes));
      if (!parsed.ok || life.aborted) return;
      const { message } = parsed;
      if (message.type === 'details.system') {
        system.value = message.report;
        return;
      }
      const all = [...lines.peek(), ...message.lines];
      const kept = all.slice(-pageLogLimits.linesKept);
      lines.value = kept;
      dropped.value += message.dropped + all.length - kept.length;
    });
  });
  life.addEventListener('abort', dispose);

  return {
    system,
    lines,
    dropped,
    clearLog() {
      lines.value = [];
      dropped.value = 0;
    },
  };
}
