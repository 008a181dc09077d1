import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Snippet {
  fact: string;
  file: string;
  code: string;
  /** The rule that must speak, or null where all is well. */
  rule: string | null;
}

const imports = 'eslint(no-restricted-imports)';
const snippets: Snippet[] = [
  {
    fact: 'a pure folder may import valibot',
    file: 'shared/session/a.ts',
    code: "import * as v from 'valibot'; export const s = v.string();",
    rule: null,
  },
  {
    fact: 'a pure folder may import another',
    file: 'shared/session/b.ts',
    code: "import { x } from '../protocol/x.ts'; export const y = x;",
    rule: null,
  },
  {
    fact: 'a pure folder imports no other package',
    file: 'shared/session/c.ts',
    code: "import { h } from 'preact'; export const x = h;",
    rule: imports,
  },
  {
    fact: 'a pure folder imports no Node',
    file: 'shared/protocol/c.ts',
    code: "import { sep } from 'node:path'; export const x = sep;",
    rule: imports,
  },
  {
    fact: 'a pure folder imports nothing of the browser',
    file: 'shared/queue/c.ts',
    code: "import { x } from '../browser/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'a pure folder imports nothing of the relay',
    file: 'shared/report/c.ts',
    code: "import { x } from '../../server/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'shared browser code imports nothing of the extension',
    file: 'shared/browser/ui/a.ts',
    code: "import { x } from '../../../extension/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'shared browser code imports nothing of the relay',
    file: 'shared/browser/ui/b.ts',
    code: "import { x } from '../../../server/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'the relay imports no shared browser code',
    file: 'server/a.ts',
    code: "import { x } from '../shared/browser/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'the relay’s pages may import shared browser code',
    file: 'server/pages/join/a.ts',
    code: "import { x } from '../../../shared/browser/x.ts'; export const y = x;",
    rule: null,
  },
  {
    fact: 'the extension imports nothing of the relay',
    file: 'extension/popup/a.ts',
    code: "import { x } from '../../server/x.ts'; export const y = x;",
    rule: imports,
  },
  {
    fact: 'simple-peer has one importer',
    file: 'shared/browser/link/other.ts',
    code: "import Peer from 'simple-peer/simplepeer.min.js'; export const x = Peer;",
    rule: imports,
  },
  {
    fact: 'raw-peer.ts is that importer',
    file: 'shared/browser/link/raw-peer.ts',
    code: "import Peer from 'simple-peer/simplepeer.min.js'; export const x = Peer;",
    rule: null,
  },
  {
    fact: 'rrweb’s record has no importer',
    file: 'shared/browser/cobrowse/other.ts',
    code: "import { record } from 'rrweb'; export const x = record;",
    rule: imports,
  },
  {
    fact: 'rrweb’s Replayer has no importer',
    file: 'shared/browser/cobrowse/record/other.ts',
    code: "import { Replayer } from 'rrweb'; export const x = Replayer;",
    rule: imports,
  },
  {
    fact: 'the types of its events have importers',
    file: 'shared/browser/cobrowse/record/types.ts',
    code: "import { EventType } from '@rrweb/types'; export const x = EventType;",
    rule: null,
  },
  {
    fact: 'the polyfill has one importer',
    file: 'extension/console/a.ts',
    code: "import b from 'webextension-polyfill'; export const x = b;",
    rule: imports,
  },
  {
    fact: 'platform/browser.ts is that importer',
    file: 'extension/platform/browser.ts',
    code: "import b from 'webextension-polyfill'; export const x = b;",
    rule: null,
  },
  {
    fact: 'sockets are opened in the link only',
    file: 'extension/popup/b.ts',
    code: "export const x = new WebSocket('wss://example.org');",
    rule: 'eslint(no-restricted-globals)',
  },
  {
    fact: 'relay-client.ts opens the control socket',
    file: 'shared/browser/link/relay-client.ts',
    code: "export const x = new WebSocket('wss://example.org');",
    rule: null,
  },
  {
    fact: 'ws stays with the relay’s sockets',
    file: 'server/commands/a.ts',
    code: "import { WebSocketServer } from 'ws'; export const x = WebSocketServer;",
    rule: imports,
  },
  {
    fact: 'a switch names each case of a union',
    file: 'shared/session/d.ts',
    code: "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 0; }",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    fact: 'no promise is left alone',
    file: 'server/b.ts',
    code: 'async function f(): Promise<void> {} export function g(): void { f(); }',
    rule: 'typescript(no-floating-promises)',
  },
  {
    fact: 'any is not written',
    file: 'server/c.ts',
    code: 'export const f = (x: any): string => String(x);',
    rule: 'typescript(no-explicit-any)',
  },
  {
    fact: 'an unchecked value is not passed on',
    file: 'server/d.ts',
    code: "export function f(): string { const x: string = JSON.parse('1'); return x; }",
    rule: 'typescript(no-unsafe-assignment)',
  },
  {
    fact: 'imports run in no circle',
    file: 'server/circle-a.ts',
    code: "import { b } from './circle-b.ts'; export const a = (): number => b();",
    rule: 'import(no-cycle)',
  },
  {
    fact: 'a picture has a text',
    file: 'extension/popup/picture.tsx',
    code: 'export const Picture = () => <img src="a.png" />;',
    rule: 'jsx-a11y(alt-text)',
  },
];

const reportSchema = v.object({
  diagnostics: v.array(v.object({ code: v.optional(v.string(), ''), filename: v.string() })),
});

let folder = '';
let found: { code: string; filename: string }[] = [];

beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/beside-lint-`);
  for (const name of ['oxlint.config.ts', 'tsconfig.json', 'package.json'])
    cpSync(`${root}${name}`, `${folder}/${name}`);
  for (const name of ['shared', 'shared/browser', 'server', 'server/pages', 'extension']) {
    write(`${name}/tsconfig.json`);
  }
  symlinkSync(`${root}node_modules`, `${folder}/node_modules`);
  writeFile('server/circle-b.ts', "import { a } from './circle-a.ts'; export const b = (): number => a();");
  for (const { file, code } of snippets) writeFile(file, code);
  const { stdout } = spawnSync(
    process.execPath,
    [`${root}node_modules/.bin/oxlint`, '--format', 'json', 'shared', 'server', 'extension'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  found = v.parse(v.pipe(v.string(), v.parseJson(), reportSchema), stdout).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string): void {
  mkdirSync(dirname(`${folder}/${name}`), { recursive: true });
  cpSync(`${root}${name}`, `${folder}/${name}`);
}

function writeFile(file: string, code: string): void {
  mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
  writeFileSync(`${folder}/${file}`, `${code}\n`);
}

describe('the lint rules', () => {
  test.each(snippets)('$fact', ({ file, rule }) => {
    const codes = found.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);
    if (rule === null) expect(codes.filter((code) => code.includes('no-restricted'))).toEqual([]);
    else expect(codes).toContain(rule);
  });
});
