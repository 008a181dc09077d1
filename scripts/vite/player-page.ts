import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where the relay's pages have the player; the file itself is the extension's. */
export const playerPageFile = 'server/pages/player/index.html';
const original = 'extension/player/';

/** The relay serves the very player page that the extension has, so that both are as strict. */
export function playerPage(root: string): Plugin {
  const ours = (id: string) => id.replaceAll('\\', '/') === `${root}${playerPageFile}`.replaceAll('\\', '/');
  return {
    name: 'player-page',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (ours(id) ? id : null),
    load: (id) =>
      ours(id) ? readFileSync(`${root}${original}index.html`, 'utf8').replaceAll('"./', `"../../../${original}`) : null,
  };
}
