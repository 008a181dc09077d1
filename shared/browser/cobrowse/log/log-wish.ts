import type { ReadonlySignal } from '@preact/signals';
import type { PageLogLine } from '../../../protocol/page-log.ts';

/** Some lines of a page's log; `dropped` were left out before them. */
export interface PageLogLines {
  lines: readonly PageLogLine[];
  dropped: number;
}

/** Whether the log of what is shown is wanted, and who gets it. */
export interface LogWish {
  readonly wanted: ReadonlySignal<boolean>;
  heard(lines: PageLogLines): void;
}
