import { defineConfig } from 'oxlint';

// The rules that hold the architecture; test/unit/architecture.test.ts breaks each of them on purpose.

interface Banned {
  regex?: string;
  group?: string[];
  message: string;
  importNames?: string[];
  allowTypeImports?: boolean;
}

const extension: Banned = { regex: '/extension/', message: 'Only the extension may import the extension.' };
const server: Banned = { regex: '/server/', message: 'Only the relay may import the relay.' };
const sharedBrowser: Banned = {
  regex: '/shared/browser/|^\\.\\./browser/',
  message: 'This folder must run without a browser.',
};

const simplePeer: Banned = {
  regex: '^(simple-peer|@thaunknown/simple-peer)',
  message: 'Peers are made in shared/browser/link/raw-peer.ts only.',
};
const rrweb: Banned = {
  // Looking ahead is no part of the linter's expressions.
  regex: '^(rrweb|rrweb/.*|@rrweb/([^t].*|t[^y].*))$',
  message:
    'Pages are recorded and played by our own code: shared/browser/cobrowse/. Of rrweb we have the types of its events.',
};
const polyfill: Banned = {
  regex: '^webextension-polyfill',
  message: 'Import `browser` from extension/platform/browser.ts.',
  allowTypeImports: true,
};
const ws: Banned = {
  regex: '^ws$',
  message: 'The relay’s sockets live in server/socket, with listen.ts and socket-routes.ts as their way in.',
  allowTypeImports: true,
};
const node: Banned = { regex: '^node:', message: 'This folder must run without Node.' };

const importers = [simplePeer, rrweb, polyfill, ws];
const forbid = (...banned: Banned[]): ['error', { patterns: Banned[] }] => ['error', { patterns: banned }];
const except = (...allowed: Banned[]) => importers.filter((rule) => !allowed.includes(rule));

const oneWebSocket = {
  name: 'WebSocket',
  message: 'Sockets to the relay are opened in shared/browser/link/relay-client.ts and bulk-client.ts only.',
};

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'jsx-a11y', 'promise'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  env: { builtin: true },
  ignorePatterns: ['node_modules', 'dist', 'data', 'demo-out', 'bench-out', 'demo/shop', 'test/fixtures'],
  rules: {
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/ban-ts-comment': 'error',
    'import/no-cycle': 'error',
    'eslint/eqeqeq': 'error',
    // Factories return closures, which have no `this` to lose.
    'typescript/unbound-method': 'off',
    // Ids are strings; `ParticipantId | 'relay'` tells the reader what the compiler folds.
    'typescript/no-redundant-type-constituents': 'off',
    // A live region or a group has no tag that fits better.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A copy is walked where the original changes meanwhile; names are counted and cut by code point.
    'unicorn/no-useless-spread': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
    'eslint/no-restricted-globals': ['error', oneWebSocket],
    'eslint/no-restricted-imports': forbid(...importers, extension, server),
  },
  overrides: [
    {
      files: [
        'shared/folder/**',
        'shared/mail/**',
        'shared/patch/**',
        'shared/protocol/**',
        'shared/session/**',
        'shared/queue/**',
        'shared/report/**',
        'shared/recording/**',
      ],
      rules: {
        'eslint/no-restricted-imports': forbid(
          ...importers,
          {
            regex: '^\\.\\./\\.\\./|^\\.\\./browser/',
            message: 'The pure folders import valibot and each other only.',
          },
          // Last: what a group lets pass, later patterns do not look at.
          {
            group: ['*', '!valibot', '!./**', '!../**'],
            message: 'The pure folders import valibot and each other only.',
          },
        ),
      },
    },
    {
      files: ['shared/browser/**'],
      rules: { 'eslint/no-restricted-imports': forbid(...importers, extension, server, node) },
    },
    {
      files: ['shared/browser/link/raw-peer.ts'],
      rules: { 'eslint/no-restricted-imports': forbid(...except(simplePeer), extension, server, node) },
    },
    {
      files: ['shared/browser/link/relay-client.ts', 'shared/browser/link/bulk-client.ts'],
      rules: { 'eslint/no-restricted-globals': 'off' },
    },
    {
      files: ['extension/**'],
      rules: { 'eslint/no-restricted-imports': forbid(...importers, server, node) },
    },
    {
      files: ['extension/platform/browser.ts'],
      rules: { 'eslint/no-restricted-imports': forbid(...except(polyfill), server, node) },
    },
    {
      files: ['server/**'],
      rules: { 'eslint/no-restricted-imports': forbid(...importers, extension, sharedBrowser) },
    },
    {
      files: ['server/socket/**', 'server/listen.ts', 'server/routes/socket-routes.ts'],
      rules: {
        'eslint/no-restricted-globals': 'off',
        'eslint/no-restricted-imports': forbid(...except(ws), extension, sharedBrowser),
      },
    },
    {
      files: ['manager/**'],
      rules: { 'eslint/no-restricted-imports': forbid(...importers, extension, server, sharedBrowser) },
    },
    {
      files: ['server/pages/**'],
      rules: { 'eslint/no-restricted-imports': forbid(...importers, extension, node) },
    },
    {
      // Plain JavaScript, before there is anything to take types from.
      files: ['scripts/bootstrap.mjs', '*.cjs'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
    {
      // What tries or measures us from outside opens sockets and imports from everywhere.
      files: ['test/**', 'bench/**', 'demo/**', 'scripts/**', '*.config.ts'],
      rules: { 'eslint/no-restricted-imports': 'off', 'eslint/no-restricted-globals': 'off' },
    },
    {
      files: ['test/**'],
      plugins: ['vitest'],
      rules: {
        // Helpers that wait for something assert it; an expectation may stand in a table or carry a message.
        'vitest/expect-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/require-to-throw-message': 'off',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        'vitest/no-disabled-tests': 'error',
        'vitest/no-focused-tests': 'error',
        'vitest/no-conditional-tests': 'error',
        'vitest/no-identical-title': 'error',
      },
    },
  ],
});
