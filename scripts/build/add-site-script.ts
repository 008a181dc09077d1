import { readFileSync, writeFileSync } from 'node:fs';
import { pattern } from '../vite/manifest.ts';

/**
 * A build for one site runs its announcing script on that site's pages by the manifest: when the access to all
 * pages is given back after a session, Chrome takes the site's own host permission too, but leaves this.
 */
export function addSiteScript(folder: string, publicUrl: string): void {
  const file = `${folder}/manifest.json`;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const script = { matches: [pattern(publicUrl)], js: ['content/site.js'], run_at: 'document_start' };
  writeFileSync(file, JSON.stringify({ ...manifest, content_scripts: [script] }, null, 2));
}
