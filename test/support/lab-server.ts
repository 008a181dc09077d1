import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';
import { createServer, type Plugin } from 'vite';
import { waitFor } from './wait-for.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ours = ['@preact/signals', '@rrweb/types', 'fflate', 'valibot'];

/** What the pages that are controlled are made with (test/lab/control). */
const controlled = [
  '@codemirror/state',
  '@lexical/history',
  '@lexical/rich-text',
  '@radix-ui/react-dropdown-menu',
  '@radix-ui/react-select',
  '@radix-ui/react-slider',
  'codemirror',
  'lexical',
  'preact',
  'preact/hooks',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-keymap',
  'prosemirror-schema-basic',
  'prosemirror-state',
  'prosemirror-view',
  'quill',
  'react',
  'react-dom/client',
  'vue',
];

export interface LabServer {
  /** `http://127.0.0.1:PORT`; every file of the project below it, TypeScript as JavaScript. */
  url: string;
  close(): Promise<void>;
}

/** Serves `test/lab/`, where recorder and player run in plain pages: for what must hold in both browsers without an extension. */
export async function startLabServer(): Promise<LabServer> {
  const server = await createServer({
    root,
    configFile: false,
    mode: 'lab',
    appType: 'mpa',
    logLevel: 'error',
    cacheDir: `${root}node_modules/.vite-lab`,
    plugins: [withoutClient],
    define: { __BROWSER__: '"page"', __PUBLIC_URL__: '""' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    optimizeDeps: { include: [...ours, ...controlled], noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The lab server has no address.');
  return { url: url.replace(/\/$/, ''), close: () => server.close() };
}

/** Vite's own script would want a socket, which the player's policy forbids. */
const withoutClient: Plugin = {
  name: 'without-client',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script[^>]*@vite\/client[^>]*><\/script>/, ''),
  },
};

/** Goes to the lab and waits until its scripts are there. */
export async function openLab(page: Page, { url }: LabServer): Promise<void> {
  await page.goto(`${url}/test/lab/`, { waitUntil: 'load' });
  await waitFor('the lab', () => page.evaluate(() => 'lab' in window));
}
