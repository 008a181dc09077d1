import type { Entry } from '../session/facts.ts';
import { reduce } from '../session/reduce.ts';
import { noSession, type SessionState } from '../session/state.ts';
import { foldCalls, type OpenCall } from './fold-calls.ts';
import { foldConsents, type OpenConsent } from './fold-consents.ts';
import { foldDeeds, type NotedDeed } from './fold-deeds.ts';
import { foldTools, type OpenToolConsent } from './fold-tools.ts';
import { foldLeads, foldStays, type Led } from './fold-people.ts';
import type { ActivityReport, Stay } from './report-schema.ts';

/** A report under way: plain data, so that it may be put down and gone on with. */
export interface ReportFold {
  state: SessionState;
  facts: number;
  stays: readonly Stay[];
  leads: readonly Led[];
  consents: readonly OpenConsent[];
  tools: readonly OpenToolConsent[];
  deeds: readonly NotedDeed[];
  calls: readonly OpenCall[];
}

export const noReport: ReportFold = {
  state: noSession,
  facts: 0,
  stays: [],
  leads: [],
  consents: [],
  tools: [],
  deeds: [],
  calls: [],
};

/** Made from how the one fold of the session changes by each fact; so what changed nothing is in no report. */
export function foldReport(fold: ReportFold, entry: Entry): ReportFold {
  if (entry.seq <= fold.state.seq) return fold;
  const step = { before: fold.state, after: reduce(fold.state, entry), at: entry.at, by: entry.by };
  return {
    state: step.after,
    facts: fold.facts + 1,
    stays: foldStays(fold.stays, step),
    leads: foldLeads(fold.leads, step),
    consents: foldConsents(fold.consents, step),
    tools: foldTools(fold.tools, step),
    deeds: foldDeeds(fold.deeds, fold.state, entry),
    calls: foldCalls(fold.calls, step),
  };
}

/** Null: there is no session in it. */
export function reportOf({
  state,
  facts,
  stays,
  leads,
  consents,
  tools,
  deeds,
  calls,
}: ReportFold): ActivityReport | null {
  if (state.phase === 'none') return null;
  const { cameFrom, startedAt } = state;
  const end = state.phase === 'ended' ? { at: state.endedAt, reason: state.reason } : null;
  const nameOf = (id: string) => state.participants[id]?.name ?? '';
  const until = (to: number | null) => to ?? end?.at ?? null;
  const shown = consents.filter(({ answer }) => answer === 'allowed').map(({ answeredAt }) => answeredAt ?? 0);
  return {
    sessionId: state.id,
    site: state.site,
    facts,
    startedAt,
    endedAt: end?.at ?? null,
    endedReason: end?.reason ?? null,
    handlingMs: end && end.at - startedAt,
    acceptedAt: cameFrom && startedAt,
    waitedMs: cameFrom?.waitedMs ?? null,
    queue: cameFrom?.queue ?? null,
    answers: [...(cameFrom?.answers ?? [])],
    page: cameFrom?.page ?? null,
    customer: stays.find(({ role }) => role === 'customer')?.name ?? null,
    firstShownAt: shown.length > 0 ? Math.min(...shown) : null,
    people: stays.map((stay) => ({ ...stay, to: until(stay.to) })),
    leads: leads.map(({ id, from, to }) => ({ participantId: id, name: nameOf(id), from, to: until(to) })),
    transfers: leads.slice(1).flatMap(({ id, from: at }, index) => {
      const before = leads[index];
      return before && before.id !== id ? [{ at, from: nameOf(before.id), to: nameOf(id) }] : [];
    }),
    consents: consents.map(({ key: _key, askedBy, owner, viewer, answeredBy, ...known }) => ({
      askedBy: nameOf(askedBy),
      owner: nameOf(owner),
      viewer: nameOf(viewer),
      answeredBy: answeredBy === null ? null : nameOf(answeredBy),
      ...known,
    })),
    deeds: deeds.map(({ owner, ...deed }) => ({ owner: nameOf(owner), ...deed })),
    tools: tools.map(({ key: _key, askedBy, askedOf, ...known }) => {
      return { ...known, askedBy: nameOf(askedBy), askedOf: nameOf(askedOf) };
    }),
    recordings: state.recordings.map(
      ({ id: recordingId, startedAt: at, phase, since, ranMs, isAutomatic, end: why }) => {
        const endedAt = phase === 'off' ? since : null;
        return { recordingId, at, endedAt, recordedMs: ranMs, isAutomatic, endedWhy: why };
      },
    ),
    calls: calls.map(({ id: _id, by, members, ...known }) => ({
      by: nameOf(by),
      members: members.map(nameOf),
      ...known,
    })),
    files: state.files.map(({ at, by, name, size, mediaType, to, withdrawnAt, received }) => ({
      at,
      by: nameOf(by),
      name,
      size,
      mediaType,
      to: to === 'all' || to === 'hosts' ? to : nameOf(to),
      withdrawnAt,
      received: received.map((one) => ({ at: one.at, by: nameOf(one.by), sha256: one.sha256 })),
    })),
    notes: state.notes.map(({ by, begunAt, at, text }) => ({ by: nameOf(by), begunAt, at, text })),
    chat: state.chat.lines.map(({ at, by, audience, text, picture }) => {
      return { at, by: nameOf(by), audience, text, isPicture: picture !== null };
    }),
  };
}

export const activityReport = (entries: readonly Entry[]): ActivityReport | null =>
  reportOf(entries.reduce(foldReport, noReport));
