import type { ControlCommand, Modifiers } from '../../../protocol/peer.ts';

type Bare<T> = T extends ControlCommand ? Omit<T, 'id' | 'lease' | 'documentId' | 'seq'> : never;

/** A command before it is known which document it is for, and under which lease. */
export type BareCommand = Bare<ControlCommand>;

export const modifiersOf = ({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): Modifiers => ({
  alt: altKey,
  ctrl: ctrlKey,
  meta: metaKey,
  shift: shiftKey,
});
