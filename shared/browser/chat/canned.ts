import type { ReadonlySignal } from '@preact/signals';
import type { CannedText, CannedVariable } from '../../queue/canned-text.ts';
import type { Language } from '../ui/language.ts';

/** Prepared texts of one session. */
export interface Canned {
  /** Null: not asked for yet. */
  readonly texts: ReadonlySignal<readonly CannedText[] | null>;
  /** Why they did not come, for people. */
  readonly problem: ReadonlySignal<string | null>;
  load(): void;
  values(): Readonly<Record<CannedVariable, string | null>>;
  /** In which they are offered first. */
  language(): Language;
}
