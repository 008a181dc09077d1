import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { folderPlaces } from '../../shared/protocol/manager-folder.ts';
import { allowedRoot } from './allowed-root.ts';

type Place = { kind: (typeof folderPlaces)[number]; path: string };

const names: Readonly<Record<Place['kind'], string>> = {
  documents: 'Documents',
  downloads: 'Downloads',
  desktop: 'Desktop',
  pictures: 'Pictures',
};
/** What freedesktop.org's list of a person's folders calls them. */
const listed: Readonly<Record<Place['kind'], string>> = {
  documents: 'DOCUMENTS',
  downloads: 'DOWNLOAD',
  desktop: 'DESKTOP',
  pictures: 'PICTURES',
};

/** The person's usual folders, those that there are. */
export async function placesOf(system: 'linux' | 'windows' | 'macos'): Promise<Place[]> {
  const home = homedir();
  const list = system === 'linux' ? await readFile(join(home, '.config/user-dirs.dirs'), 'utf8').catch(() => '') : '';
  const places = await Promise.all(
    folderPlaces.map(async (kind): Promise<Place[]> => {
      const said = new RegExp(`^XDG_${listed[kind]}_DIR="\\$HOME/([^"]+)"`, 'm').exec(list)?.[1];
      const allowed = await allowedRoot(join(home, said ?? names[kind]), system);
      return allowed.ok ? [{ kind, path: allowed.path }] : [];
    }),
  );
  return places.flat();
}
