import type { SessionId } from '../../../shared/protocol/ids.ts';

/** So many surfaces are seen side by side. */
export const tilesAtMost = 4;
/** So many mirrors are kept that play on unseen, so that coming back to them costs nothing. */
export const mirrorsKeptAtMost = 4;

/** That session is looked at now: the latest first. */
export const looked = (recent: readonly SessionId[], now: SessionId): SessionId[] => [
  now,
  ...recent.filter((id) => id !== now),
];

/** The four looked at last, in the places that they have in the list: one that comes moves no other. */
export function tilesOf(held: readonly SessionId[], recent: readonly SessionId[]): SessionId[] {
  const byRecency = [...recent.filter((id) => held.includes(id)), ...held.filter((id) => !recent.includes(id))];
  const chosen = new Set(byRecency.slice(0, tilesAtMost));
  return held.filter((id) => chosen.has(id));
}

/** Whose surfaces are drawn, seen or not. */
export const keptSurfaces = (shown: readonly SessionId[], recent: readonly SessionId[]): ReadonlySet<SessionId> =>
  new Set([...shown, ...recent.slice(0, mirrorsKeptAtMost)]);
