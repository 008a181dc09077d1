import type { ParticipantId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { suitsRole } from '../../session/is-switched-on.ts';
import type { directions, Share } from '../../session/share.ts';
import type { SessionState } from '../../session/state.ts';

type Direction = (typeof directions)[number];

/** What all questions have: who asks, and since when (relay's time, ms since 1970). */
export interface AskedOnce {
  requestId: string;
  hostId: ParticipantId;
  hostName: string;
  askedAt: number;
}

/** A host's open request to see or control something of this customer's, or its offer of something of its own. */
export interface Question extends AskedOnce {
  /** `share`: the host's page would be shown to the customer. */
  direction: Direction;
  surface: Share['ref']['surface'];
  level: Share['ref']['level'];
}

/**
 * The question to put to the customer now: the oldest open one, or null. One at a time. `canShow` is false where
 * no page can be shown, and so none asked for; screens need no extension.
 */
export function openQuestion(state: SessionState, customerId: ParticipantId, canShow = true): Question | null {
  if (state.phase !== 'open') return null;
  // The relay keeps to it; a hostile one would not.
  const mayAsk = ({ viewer, surface }: Share['ref']) =>
    suitsRole(state.participants[viewer]?.role, { surface, direction: 'request' });
  const open = Object.values(state.shares)
    .filter((share) => share.phase === 'requested')
    .filter(({ direction, ref, accepted }) =>
      direction === 'request'
        ? (canShow || ref.surface !== 'page') && ref.owner === customerId && mayAsk(ref)
        : ref.viewer === customerId && !accepted,
    )
    .toSorted((a, b) => a.at - b.at)[0];
  if (!open) return null;
  const hostId = open.direction === 'request' ? open.ref.viewer : open.ref.owner;
  return {
    requestId: open.requestId,
    direction: open.direction,
    surface: open.ref.surface,
    level: open.ref.level,
    hostId,
    hostName: state.participants[hostId]?.name ?? '',
    askedAt: open.at,
  };
}

/** Whole seconds left to answer, never negative. */
export function secondsLeft(question: AskedOnce, relayNow: number): number {
  return Math.max(0, Math.ceil((question.askedAt + limits.answerWithinMs - relayNow) / 1000));
}
