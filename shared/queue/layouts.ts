import * as v from 'valibot';
import type { HostId } from './names.ts';

/** The three shapes that a host's console can have; in this order they are offered. */
export const layouts = ['dashboard', 'tray', 'multi'] as const;
export type Layout = (typeof layouts)[number];

/** Those that the admin gives hosts; one at least, or they could not work. */
export const layoutsSchema = v.pipe(
  v.array(v.picklist(layouts)),
  v.minLength(1),
  v.check((given) => new Set(given).size === given.length, 'One console is named twice.'),
);

interface Decided {
  mode: 'single' | 'multi';
  consoles: readonly Layout[];
  hosts: readonly { hostId: HostId; consoles: readonly Layout[] | null }[];
}

/**
 * What a host may choose from, of the site's consoles or of the own ones where it has some: a window for several
 * sessions is of no use where there is one at a time.
 */
export function layoutsOf({ mode, consoles: ofSite, hosts }: Decided, hostId: HostId): Layout[] {
  const consoles = hosts.find((host) => host.hostId === hostId)?.consoles ?? ofSite;
  const given = layouts.filter((layout) => consoles.includes(layout) && (layout !== 'multi' || mode === 'multi'));
  return given.length > 0 ? given : ['dashboard'];
}

/** The one that a host gets: the wished one where it may be had, else the first of those. */
export const layoutFor = (wished: Layout | null, given: readonly Layout[]): Layout =>
  wished !== null && given.includes(wished) ? wished : (given[0] ?? 'dashboard');
