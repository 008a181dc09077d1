import type { ParticipantId } from '../protocol/ids.ts';
import type { Entry } from '../session/facts.ts';
import type { Deed } from '../session/folder-deed.ts';
import type { SessionState } from '../session/state.ts';

/** What a host did in a folder of somebody's, whose window tells it. */
export interface NotedDeed extends Deed {
  at: number;
  owner: ParticipantId;
}

/** More are in the facts; a report stays readable. */
const deedsInReport = 5_000;

export function foldDeeds(
  list: readonly NotedDeed[],
  before: SessionState,
  { at, by, fact }: Entry,
): readonly NotedDeed[] {
  if (fact.type !== 'folder.noted' || before.phase !== 'open') return list;
  return [...list, ...fact.deeds.map((deed) => ({ ...deed, at, owner: by }))].slice(0, deedsInReport);
}
