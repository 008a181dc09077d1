import type { Cell, Day, HistoryQuery } from '../../shared/report/history.ts';
import { knownHosts } from '../auth/known-hosts.ts';
import type { Deps } from '../deps.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';

type HistoryDeps = Pick<Deps, 'historyStore' | 'auth'>;

export interface SiteHistory {
  cells: Cell[];
  nameOf: (hostId: string) => string;
}

/** What was done in these days, in the words of today: queues and hosts by their names. */
export async function siteHistory(
  { historyStore, auth }: HistoryDeps,
  inbound: SiteInbound,
  days: readonly Day[],
  { queue, hostId }: Pick<HistoryQuery, 'queue' | 'hostId'>,
): Promise<SiteHistory> {
  const { queues } = await inbound.read();
  const queueNames = new Map(queues.map(({ id, name }) => [id, name]));
  const hostNames = new Map((await knownHosts(auth)).map((host) => [host.hostId, host.name]));
  const cells: Cell[] = [];
  for (const day of days) {
    const asked = await historyStore.outcomes(day);
    const named = asked.map((cell) => ({ ...cell, queue: queueNames.get(cell.queue ?? '') ?? cell.queue }));
    cells.push(...named, ...(await historyStore.sessions(day)));
  }
  return {
    cells: cells.filter(
      (cell) => (queue === undefined || cell.queue === queue) && (hostId === undefined || cell.hostId === hostId),
    ),
    nameOf: (id) => hostNames.get(id) ?? id,
  };
}
