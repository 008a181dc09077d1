import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import type { HandshakeMessage } from './handshake-message.ts';
import type { LinkKeys } from './link-keys.ts';

export interface HandshakeDeps {
  sessionId: SessionId;
  selfId: ParticipantId;
  otherId: ParticipantId;
  send: (message: HandshakeMessage) => void;
  /** ms, never back. */
  now?: () => number;
}

/** Keys that both sides agree on; `attempt` names them. */
export interface Agreed {
  attempt: string;
  keys: LinkKeys;
}

/** What came of a message: nothing, keys that the other side may not have yet, or keys that both have. */
export type HandshakeStep =
  | { type: 'none' }
  | { type: 'keyed'; agreed: Agreed }
  | { type: 'completed'; agreed: Agreed };

export const noStep: HandshakeStep = { type: 'none' };

/**
 * One side of the handshake, without clock or transport. A run that is under way stands beside the keys in use
 * and replaces them only when both have proved theirs, so an old or forged message breaks nothing.
 */
export interface Handshake {
  /** Messages must be given one after the other. */
  receive(message: HandshakeMessage): Promise<HandshakeStep>;
  /** Says again whatever waits for an answer; nothing when nothing does. */
  retry(): Promise<void>;
  /** The other side has used the keys of this attempt: that is as good as its last message. */
  confirm(attempt: string): HandshakeStep;
}
