import type { CaseName } from './case-names.ts';
import type { Hands } from './hands.ts';

/** One thing that a host must be able to do on a real site. */
export interface ControlCase {
  name: CaseName;
  /** Builds the page in `root`, acts with the host's hands, and throws when the page is not as it should be. */
  run(hands: Hands, root: HTMLElement): Promise<void>;
}

export function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`is ${is}, should be ${should}`);
}
