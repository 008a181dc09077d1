import type { ReadonlySignal } from '@preact/signals';
import type { IceServer } from '../../protocol/ice-server.ts';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';

/** What a link needs of the relay: signals and bulk frames to and from others in the session. All may be lost. */
export interface LinkCarrier {
  readonly sessionId: SessionId;
  readonly selfId: ParticipantId;
  readonly online: ReadonlySignal<ReadonlySet<ParticipantId>>;
  /** STUN and TURN servers with credentials that are good now; none until the relay has told them. */
  readonly iceServers: ReadonlySignal<readonly IceServer[]>;
  /** Whether bulk frames can leave now. */
  readonly bulkOpen: ReadonlySignal<boolean>;
  /** False when it could not even leave. */
  sendSignal(to: ParticipantId, data: string): boolean;
  /** Until the signal aborts. */
  onSignal(from: ParticipantId, handler: (data: string) => void, signal: AbortSignal): void;
  /** One frame, in parts, which are copied at once. */
  sendBulk(to: ParticipantId, ...parts: readonly Uint8Array[]): boolean;
  /** Until the signal aborts. The bulk socket is open while anyone listens. */
  onBulk(from: ParticipantId, handler: (payload: Uint8Array<ArrayBuffer>) => void, signal: AbortSignal): void;
  /** Bytes of bulk frames that have not left the browser. */
  bulkBufferedBytes(): number;
}
