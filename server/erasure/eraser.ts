import type { HeldKind, Subject } from '../../shared/protocol/held.ts';

/** Knows where one kind of what is kept about customers lies. */
export interface Eraser {
  kind: HeldKind;
  /** All that is held, as it is exported. */
  read(subject: Subject): Promise<readonly unknown[]>;
  /** How many pieces went; again it does nothing. Each call is whole or nothing for one session or request. */
  erase(subject: Subject): Promise<number>;
}
