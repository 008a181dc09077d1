import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createHandleRoot } from '../../../shared/browser/folder/handle-root.ts';
import { decodeFolderTell, encodeFolder } from '../../../shared/browser/folder/folder-wire.ts';
import { createOwnFolder } from '../../../shared/browser/folder/own-folder.ts';
import { createSeenFolder } from '../../../shared/browser/folder/seen-folder.ts';
import { encodeLine } from '../../../shared/browser/link/line-message.ts';
import type { Link } from '../../../shared/browser/link/contract.ts';
import { defaultFilePolicy } from '../../../shared/protocol/file-policy.ts';
import { folderLimits } from '../../../shared/protocol/folder-limits.ts';
import type { FolderTell } from '../../../shared/protocol/folder.ts';
import type { ToolOn } from '../../../shared/session/tool.ts';
import { memoryFolder } from '../../support/folder/memory-folder.ts';

const grant = 'grant-grant-grant-gran';

/** One end of a link, whose other end is this test. */
function oneEnd() {
  const sent: Uint8Array[] = [];
  const state = { unsent: 0, hear: (_message: Uint8Array): void => undefined, drained: (): void => undefined };
  const link: Link = {
    send: (_channel, message) => void sent.push(message),
    receive: (_channel, handler) => void (state.hear = handler),
    unsent: () => state.unsent,
    onDrained: (_channel, handler) => void (state.drained = handler),
    onFresh: () => undefined,
    clear: () => undefined,
    path: signal('relay'),
    roundTripMs: signal(null),
    words: signal(null),
  };
  const tells = () => sent.map((message) => decodeFolderTell(message)?.message);
  return { link, sent, state, tells };
}

function own() {
  const end = oneEnd();
  const on = { by: 'host', grantId: grant } as unknown as ToolOn;
  const { signal: life } = new AbortController();
  const folder = createOwnFolder({
    link: signal(end.link),
    other: signal(on.by),
    on: signal(on),
    note: () => undefined,
    policy: signal(defaultFilePolicy),
    now: () => 0,
    signal: life,
  });
  folder.open(createHandleRoot(memoryFolder().picked, false));
  const ask = (id: number) =>
    end.state.hear(encodeFolder({ grant, ask: { type: 'folder.list', id, path: [], from: 0 } }));
  const answers = (type: FolderTell['type']) => end.tells().filter((tell) => tell?.type === type);
  return { ...end, ask, answers };
}

test('[FD3] while answers are not acknowledged questions wait, and what is more is refused', async () => {
  const { state, ask, answers, sent } = own();
  state.unsent = folderLimits.unsentBytes + 1;
  for (let id = 0; id < folderLimits.waiting + 3; id += 1) ask(id);
  expect(answers('folder.failed')).toMatchObject([64, 65, 66].map((id) => ({ id, code: 'too-many' })));
  state.unsent = folderLimits.unsentBytesAtMost + 1;
  const before = sent.length;
  ask(100);
  expect(sent.length).toBe(before);
  expect(answers('folder.listed')).toEqual([]);
  state.unsent = 0;
  state.drained();
  await vi.waitUntil(() => answers('folder.listed').length === folderLimits.waiting);
});

test('[FD3] a question that cannot be decoded is answered where its number can be read', () => {
  const { state, answers } = own();
  state.hear(encodeLine({ grant, ask: { type: 'folder.newer', id: 7 } }));
  state.hear(encodeLine({ grant, ask: { type: 'folder.newer' } }));
  state.hear(new Uint8Array([1, 2, 3]));
  expect(answers('folder.failed')).toEqual([{ type: 'folder.failed', id: 7, code: 'failed' }]);
});

test('[FD3] nobody waits for an answer that cannot be decoded, or after the end', async () => {
  const { link, state } = oneEnd();
  const life = new AbortController();
  const seen = createSeenFolder({ link: signal(link), grantId: signal(grant), signal: life.signal });
  state.hear(encodeLine({ type: 'folder.here', id: 1, folder: { name: 'docs', canWrite: false } }));
  await vi.waitUntil(() => seen.value !== null);
  const root = seen.value;
  const first = root?.list([], 0);
  state.hear(encodeLine({ type: 'folder.newer', id: 2 }));
  expect(await first).toEqual({ ok: false, code: 'failed' });
  const second = root?.list([], 0);
  life.abort();
  expect(await second).toEqual({ ok: false, code: 'not-granted' });
});
