import type { ParticipantId } from '../protocol/ids.ts';
import type { SessionState } from '../session/state.ts';
import type { Stay } from './report-schema.ts';

export interface Led {
  id: ParticipantId;
  from: number;
  to: number | null;
}

interface Step {
  before: SessionState;
  after: SessionState;
  at: number;
}

const peopleOf = (state: SessionState) => (state.phase === 'none' ? {} : state.participants);

/** Who has come or gone by one fact. */
export function foldStays(stays: readonly Stay[], { before, after, at }: Step): readonly Stay[] {
  const was = peopleOf(before);
  let list = stays;
  for (const { id, name, role, phase } of Object.values(peopleOf(after))) {
    const isBefore = was[id]?.phase === 'present';
    if (phase === 'present' && !isBefore) list = [...list, { participantId: id, name, role, from: at, to: null }];
    if (phase === 'away' && isBefore) list = list.map((stay) => (isOpenOf(stay, id) ? { ...stay, to: at } : stay));
    // Who helps may lead later, and the other way round: the stay says what one was last.
    if (phase === 'present' && isBefore && was[id]?.role !== role) {
      list = list.map((stay) => (isOpenOf(stay, id) ? { ...stay, role } : stay));
    }
  }
  return list;
}

const isOpenOf = ({ participantId, to }: Stay, id: ParticipantId) => participantId === id && to === null;

const leadOf = (state: SessionState): ParticipantId | null =>
  Object.values(peopleOf(state)).find(({ role, phase }) => role === 'lead' && phase === 'present')?.id ?? null;

/** Who leads from then on. */
export function foldLeads(leads: readonly Led[], { after, at }: Step): readonly Led[] {
  const lead = leadOf(after);
  const last = leads.at(-1);
  const current = last?.to === null ? last : undefined;
  if ((current?.id ?? null) === lead) return leads;
  const closed = leads.map((one) => (one === current ? { ...one, to: at } : one));
  return lead === null ? closed : [...closed, { id: lead, from: at, to: null }];
}
