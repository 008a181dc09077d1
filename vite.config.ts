import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig as UserConfig } from 'vitest/config';
import { asciiOnly } from './scripts/vite/ascii-only.ts';
import { extensionFiles } from './scripts/vite/extension-files.ts';
import { firstFiles } from './scripts/vite/first-files.ts';
import { inlineWorkers } from './scripts/vite/inline-workers.ts';
import { manifestFor, type ExtensionBrowser } from './scripts/vite/manifest.ts';
import { offlinePage } from './scripts/vite/offline-page.ts';
import { playerPage, playerPageFile } from './scripts/vite/player-page.ts';
import { languageGroup, textsFirst, textsGroup } from './scripts/vite/texts-first.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const path = (name: string) => `${root}${name}`;
/** Where the builds go, each into its own folder: chrome, firefox, pages, manager. */
const out = (name: string) => `${process.env['BESIDE_OUT'] ?? path('dist')}/${name}`;
/** Every `NAME/index.html` of a folder. */
const entryPages = (folder: string) => globSync(`${folder}/*/index.html`, { cwd: root }).map(path);

const base = {
  root,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: false },
} satisfies UserConfig;

const define = (browser: ExtensionBrowser | 'page') => ({
  __BROWSER__: JSON.stringify(browser),
  __PUBLIC_URL__: JSON.stringify(process.env['BESIDE_PUBLIC_URL'] ?? ''),
});

const extension = (browser: ExtensionBrowser): UserConfig => ({
  ...base,
  define: define(browser),
  plugins: [
    crx({ manifest: manifestFor(browser, process.env['BESIDE_PUBLIC_URL']), browser }),
    extensionFiles(root, browser),
    textsFirst(),
    asciiOnly(),
  ],
  worker: { plugins: () => [asciiOnly()] },
  build: {
    ...base.build,
    outDir: out(browser),
    emptyOutDir: true,
    rolldownOptions: {
      input: entryPages('extension'),
      output: {
        codeSplitting: {
          groups: firstFiles({
            popup: path('extension/popup/main.tsx'),
            facts: path('extension/popup/popup-facts.ts'),
            background: path('extension/background/main.ts'),
            player: path('extension/player/main.ts'),
          }),
        },
      },
    },
  },
});

/** One self-contained file a script, for `scripting.executeScript`. */
const content = (browser: ExtensionBrowser, script: string): UserConfig => ({
  ...base,
  define: define(browser),
  plugins: [asciiOnly()],
  build: {
    ...base.build,
    outDir: `${out(browser)}/content`,
    emptyOutDir: false,
    lib: {
      entry: path(`extension/content/${script}.iife.ts`),
      formats: ['iife'],
      name: 'beside',
      fileName: () => `${script}.js`,
    },
  },
});

/** The relay's own pages: join, sign-in, password, downloads. */
const pages: UserConfig = {
  ...base,
  root: path('server/pages'),
  base: '/',
  define: define('page'),
  plugins: [playerPage(root), textsFirst()],
  build: {
    ...base.build,
    outDir: out('pages'),
    emptyOutDir: true,
    rolldownOptions: {
      input: [...entryPages('server/pages'), path(playerPageFile)],
      output: { codeSplitting: { groups: [languageGroup, textsGroup] } },
    },
  },
};

/** What sites carry: `embed.js`, a classic script, and the recorder that it loads when it is wanted. */
const embed = (script: string): UserConfig => ({
  ...base,
  define: define('page'),
  plugins: [asciiOnly()],
  build: {
    ...base.build,
    outDir: `${out('pages')}/embed`,
    emptyOutDir: false,
    rolldownOptions: {
      input: path(`server/pages/embed/${script}.ts`),
      preserveEntrySignatures: 'strict',
      output: { format: script === 'embed' ? 'iife' : 'es', entryFileNames: `${script}.js`, codeSplitting: false },
    },
  },
});

/** The page that recordings are saved in: one file. */
const offline: UserConfig = {
  ...base,
  define: define('page'),
  plugins: [inlineWorkers(), offlinePage(root, { ...base, define: define('page') })],
  build: {
    ...base.build,
    outDir: `${out('pages')}/offline`,
    emptyOutDir: true,
    cssCodeSplit: false,
    rolldownOptions: {
      input: path('shared/browser/playback/offline/main.tsx'),
      output: { format: 'es', codeSplitting: false },
    },
  },
};

/** The Support Manager as one script for Node on Linux; single files: scripts/build/compile-manager.ts. */
const manager: UserConfig = {
  ...base,
  ssr: { noExternal: true },
  resolve: { alias: { koffi: path('manager/desk/no-koffi.ts') } },
  build: {
    ...base.build,
    target: 'node24',
    ssr: path('manager/main.ts'),
    outDir: out('manager'),
    // Single files that were made before stay.
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: 'support-manager.mjs', codeSplitting: false } },
  },
};

const chromium = process.env['BESIDE_CHROMIUM'] ?? '/usr/bin/chromium';

/** They measure times or watch moving pictures: one after the other, with the whole machine. */
const alone = ['manager', 'screen-control', 'screens', 'stop'].map((name) => `test/e2e/${name}.test.ts`);
const e2e = {
  environment: 'node',
  globalSetup: 'test/support/e2e-setup.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

const tests: UserConfig = {
  ...base,
  define: define('chrome'),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          // Many of them wait for servers and clocks.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        // Found late, a package makes Vite reload the page in the middle of the tests.
        optimizeDeps: {
          include: [
            '@csstools/css-tokenizer',
            '@preact/signals',
            '@rrweb/types',
            'fast-check',
            'fflate',
            'hash-wasm',
            'preact',
            'preact/hooks',
            'valibot',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          // In `npm test` the unit tests run beside them.
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: { ...e2e, name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: alone, maxWorkers: 2 },
      },
      {
        extends: true,
        test: { ...e2e, name: 'e2e-alone', include: alone, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          ...e2e,
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
};

export default defineConfig(({ mode }): UserConfig => {
  // Not by the environment: the e2e tests run builds from inside vitest.
  if (mode === 'test') return tests;
  const [kind, script] = mode.split(':');
  if (kind === 'chrome' || kind === 'firefox') return script ? content(kind, script) : extension(kind);
  if (kind === 'pages') return script === 'offline' ? offline : script ? embed(script) : pages;
  if (kind === 'manager') return manager;
  throw new Error(
    `Unknown mode "${mode}": use chrome, firefox, pages, manager, or chrome:NAME or pages:NAME for one script.`,
  );
});
