import type { ActivityReport, Consent } from '../../shared/report/report-schema.ts';

/** Of a recording, relay's time. `endedAt` null: it goes on. */
export interface Span {
  startedAt: number;
  endedAt: number | null;
}

/**
 * For who comes by a link that anybody may open: what was said to all and what was asked for and shown, from the
 * recording's start to its end. Each part is named here, so that what a report learns later is not told by itself.
 */
export function linkReport(
  { sessionId, site, chat, consents }: ActivityReport,
  { startedAt, endedAt }: Span,
): ActivityReport {
  const isOver = (at: number) => endedAt !== null && at > endedAt;
  const isIn = (at: number) => at >= startedAt && !isOver(at);
  return {
    sessionId,
    site,
    facts: 0,
    startedAt,
    endedAt,
    endedReason: null,
    handlingMs: null,
    acceptedAt: null,
    waitedMs: null,
    queue: null,
    answers: [],
    page: null,
    customer: null,
    firstShownAt: null,
    people: [],
    leads: [],
    transfers: [],
    consents: consents.filter(({ askedAt }) => isIn(askedAt)).map((consent) => until(consent, isOver)),
    tools: [],
    deeds: [],
    calls: [],
    recordings: [],
    files: [],
    notes: [],
    chat: chat
      .filter(({ at, audience }) => audience === 'all' && isIn(at))
      .map(({ at, by, audience, text, isPicture }) => ({ at, by, audience, text, isPicture })),
  };
}

/** As it stood when the recording ended. */
function until(
  { askedBy, owner, viewer, surface, level, direction, isImplied, askedAt, ...later }: Consent,
  isOver: (at: number) => boolean,
): Consent {
  const asked = { askedBy, owner, viewer, surface, level, direction, isImplied, askedAt };
  const { answer, answeredBy, answeredAt, endedAt, endedWhy } = later;
  const isOpen = answeredAt === null || isOver(answeredAt);
  const goesOn = endedAt === null || isOver(endedAt);
  return {
    ...asked,
    ...(isOpen ? { answer: 'open', answeredBy: null, answeredAt: null } : { answer, answeredBy, answeredAt }),
    ...(goesOn ? { endedAt: null, endedWhy: null } : { endedAt, endedWhy }),
  };
}
