import type { SessionId } from '../protocol/ids.ts';
import type { Desk } from './desk.ts';
import type { Availability, DeskFact, RequestEnd, RequestId } from './desk-facts.ts';
import type { Answers } from './form.ts';
import type { Inbound } from './inbound.ts';
import type { HostId, QueueId } from './names.ts';

type Entered = Extract<DeskFact, { type: 'request.entered' }>;

/** What may be asked of the desk. */
export type DeskAction =
  | {
      type: 'enter';
      requestId: RequestId;
      queueId: QueueId;
      name: string;
      answers: Answers;
      /** The customer's wish. */
      hostId: HostId | null;
      from: Entered['from'];
      language: string;
      source: string;
    }
  | {
      type: 'hand-on';
      requestId: RequestId;
      sessionId: SessionId;
      by: HostId;
      /** The customer's. */
      name: string;
      to: { queueId: QueueId } | { hostId: HostId };
      note: string;
      from: Entered['from'];
      language: string;
      since: number;
    }
  | { type: 'leave'; requestId: RequestId; why: RequestEnd }
  | { type: 'leave-many'; requestIds: readonly RequestId[]; why: RequestEnd }
  /** What was said with requests that are over is forgotten. */
  | { type: 'erase'; requestIds: readonly RequestId[] }
  /** `sessionId`: of the session to be made; a request that was handed on keeps its own. */
  | { type: 'accept'; requestId: RequestId; hostId: HostId; sessionId: SessionId }
  | { type: 'decline'; requestId: RequestId; hostId: HostId }
  | { type: 'set-availability'; hostId: HostId; name: string; availability: Availability }
  /** `isBegun`: the host begins it, and did not have it handed over. */
  | { type: 'take-session'; sessionId: SessionId; hostId: HostId; queueId: QueueId | null; isBegun?: boolean }
  | { type: 'give-back'; sessionId: SessionId; hostId: HostId }
  | { type: 'end-wrap-up'; hostId: HostId }
  /** What time has brought. */
  | { type: 'lapse' };
export type ActionOf<T extends DeskAction['type']> = Extract<DeskAction, { type: T }>;

export const deskRefusals = [
  'inbound.off',
  'queue.unknown',
  'queue.off',
  'queue.closed',
  'answers.invalid',
  'source.too-many',
  'desk.full',
  'request.gone',
  'request.taken',
  'host.unknown',
  'host.full',
  'host.not-offered',
  'host.not-served',
  'session.unknown',
] as const;
export type DeskRefusal = (typeof deskRefusals)[number];

export type DeskDecision = { ok: true; facts: DeskFact[] } | { ok: false; code: DeskRefusal };
export const done = (...facts: DeskFact[]): DeskDecision => ({ ok: true, facts });
export const refused = (code: DeskRefusal): DeskDecision => ({ ok: false, code });

/** What a decision is made on. `inbound` may not be changed afterwards; `now` is the relay's time in ms. */
export interface DeskSituation {
  desk: Desk;
  inbound: Inbound;
  now: number;
}
