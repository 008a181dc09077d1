import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';

/** Where what outlives one browser is kept for the next; none keeps nothing. See `npm test`. */
const kept = () => process.env['BESIDE_TEST_KEEP'];

/**
 * What Firefox has compiled of its own code, and for which Firefox: made anew, it costs three seconds of a processor
 * at each start. There is nothing of a person, a page or an extension in it.
 */
const parts = ['startupCache', 'compatibility.ini'];

/** Gives a new profile the cache that an earlier one has left. */
export async function takeStartupCache(profile: string): Promise<void> {
  const from = `${kept()}/firefox`;
  if (!kept() || !existsSync(from)) return;
  await cp(from, profile, { recursive: true });
}

/** Keeps the cache of a profile whose Firefox has ended as it should, if there is none yet. */
export async function keepStartupCache(profile: string): Promise<void> {
  const folder = kept();
  if (!folder || existsSync(`${folder}/firefox`)) return;
  const copy = await mkdtemp(`${folder}/firefox-`);
  for (const part of parts) await cp(`${profile}/${part}`, `${copy}/${part}`, { recursive: true });
  // Two at once: the first stays.
  await rename(copy, `${folder}/firefox`).catch(() => rm(copy, { recursive: true }));
}
