import type { SessionId } from '../protocol/ids.ts';
import type { DeskEntry, DeskFact, RequestId } from '../queue/desk-facts.ts';
import type { HostId, QueueId } from '../queue/names.ts';
import { addTo, type Figures, noFigures } from './figures.ts';

/** Midnight and the full hour are multiples of it in every time zone. */
export const stretchMs = 15 * 60_000;

interface Asked {
  queueId: QueueId;
  since: number;
}

/** What a site's desk did, by queue and quarter of an hour. Folded in place, as the desk is. */
export interface DeskReport {
  /** Who was accepted within it counts as served in time. */
  goalMs: number;
  seq: number;
  queues: Map<QueueId, Map<number, Figures>>;
  waiting: Map<RequestId, Asked>;
  running: Map<`${HostId}/${SessionId}`, Asked>;
}

export const newReport = (goalMs: number, seq = 0): DeskReport => ({
  goalMs,
  seq,
  queues: new Map(),
  waiting: new Map(),
  running: new Map(),
});

/** Facts about what began before the first one are passed over. */
export function foldReport(report: DeskReport, { seq, at, fact }: DeskEntry): void {
  if (seq <= report.seq) return;
  report.seq = seq;
  if ('requestId' in fact) foldRequest(report, at, fact);
  else if ('sessionId' in fact) foldSession(report, at, fact);
}

type OfRequest = Extract<DeskFact, { requestId: RequestId }>;
type OfSession = Extract<DeskFact, { type: `session.${string}` }>;

function foldRequest(report: DeskReport, at: number, fact: OfRequest): void {
  const { waiting, goalMs } = report;
  if (fact.type === 'request.entered') {
    // A session that is handed on is no new request.
    if (fact.sessionId !== null) return;
    waiting.set(fact.requestId, { queueId: fact.queueId, since: fact.since });
    return count(report, fact.queueId, at, { entered: 1 });
  }
  const asked = waiting.get(fact.requestId);
  if (!asked) return;
  switch (fact.type) {
    case 'request.moved':
      asked.queueId = fact.queueId;
      return;
    case 'request.accepted': {
      waiting.delete(fact.requestId);
      report.running.set(`${fact.hostId}/${fact.sessionId}`, { queueId: asked.queueId, since: at });
      const waitedMs = Math.max(0, at - asked.since);
      return count(report, asked.queueId, at, { accepted: 1, inGoal: waitedMs <= goalMs ? 1 : 0, waitedMs });
    }
    case 'request.left':
      waiting.delete(fact.requestId);
      // Where a queue was closed or taken away, nobody gave up.
      if (fact.why !== 'closed') count(report, asked.queueId, at, { abandoned: 1 });
      return;
    case 'request.offered':
    case 'request.erased':
    case 'offer.ended':
  }
}

function foldSession(report: DeskReport, at: number, fact: OfSession): void {
  const key = `${fact.hostId}/${fact.sessionId}` as const;
  const known = report.running.get(key);
  if (fact.type === 'session.taken') {
    if (!known && fact.queueId !== null) report.running.set(key, { queueId: fact.queueId, since: at });
    return;
  }
  if (!known) return;
  report.running.delete(key);
  count(report, known.queueId, at, { handled: 1, handlingMs: Math.max(0, at - known.since) });
}

function count(report: DeskReport, queueId: QueueId, at: number, more: Partial<Figures>): void {
  const stretches = report.queues.get(queueId) ?? new Map<number, Figures>();
  report.queues.set(queueId, stretches);
  const from = at - (at % stretchMs);
  const figures = stretches.get(from) ?? { ...noFigures };
  stretches.set(from, figures);
  addTo(figures, more);
}

/** Forgets what was before. */
export function pruneReport(report: DeskReport, before: number): void {
  for (const stretches of report.queues.values()) {
    for (const from of stretches.keys()) if (from < before) stretches.delete(from);
  }
  for (const [requestId, { since }] of report.waiting) if (since < before) report.waiting.delete(requestId);
  for (const [key, { since }] of report.running) if (since < before) report.running.delete(key);
}

/** From the one moment to before the other; `queueId` null: all queues. */
export function figuresBetween(report: DeskReport, queueId: QueueId | null, from: number, to: number): Figures {
  const sum = { ...noFigures };
  const first = Math.ceil(from / stretchMs) * stretchMs;
  for (const [id, stretches] of report.queues) {
    if (queueId !== null && id !== queueId) continue;
    // The shorter of two ways.
    if ((to - first) / stretchMs < stretches.size) {
      for (let at = first; at < to; at += stretchMs) addTo(sum, stretches.get(at) ?? noFigures);
    } else {
      for (const [at, figures] of stretches) if (at >= from && at < to) addTo(sum, figures);
    }
  }
  return sum;
}
