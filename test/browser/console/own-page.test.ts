import { signal } from '@preact/signals';
import { afterEach, expect, test } from 'vitest';
import { createOwnPage } from '../../../extension/console/own-page.ts';
import type { PageSharing } from '../../../shared/browser/assist/page-sharing.ts';
import type { SocketState } from '../../../shared/browser/link/relay-client.ts';
import type { SessionClient } from '../../../shared/browser/link/session-client.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Action } from '../../../shared/session/actions.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import type { ShareRef } from '../../../shared/session/share.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';

const host = newId();
const customer = newId();
const view: ShareRef = { owner: host, viewer: customer, surface: 'page', level: 'view' };

let life = new AbortController();
afterEach(() => life.abort());

/** A console's own page with a relay that says whatever the test says. */
async function open(kept: readonly string[] = []) {
  life = new AbortController();
  const state = signal<SessionState>(noSession);
  const connection = signal<SocketState>({ phase: 'open' });
  const performed: Partial<Action>[] = [];
  let seq = 0;
  const say = (...facts: Fact[]) => {
    state.value = facts.reduce((now, fact) => reduce(now, { seq: (seq += 1), at: seq, by: host, fact }), state.value);
  };
  const perform: SessionClient['perform'] = (wish, id = newId()) => {
    performed.push({ ...wish, id });
    return Promise.resolve({ ok: true });
  };
  const client = {
    selfId: host,
    state,
    connection,
    perform,
    policy: signal(null),
  } as Partial<SessionClient> as SessionClient;
  const sharing: PageSharing = {
    pages: () => Promise.resolve({ pages: [], complete: true }),
    askAccess: () => Promise.resolve(true),
    isAskingAccess: signal(false),
    returnAccess: () => Promise.resolve(),
    bringToFront: () => Promise.resolve(),
    open: () => {
      throw new Error('There is no link to show a page on.');
    },
    watch() {},
    remembered: () => Promise.resolve([]),
    remember: () => Promise.resolve(),
    proposals: () => Promise.resolve({ also: false, waiting: [] }),
    keepProposals: () => Promise.resolve(),
    hiddenThings: () => Promise.resolve([]),
    keepHiddenThings: () => Promise.resolve(),
    player: '',
    stopKey: () => Promise.resolve(null),
    grants: () => Promise.resolve(kept),
    keepGrants: () => Promise.resolve(),
  };
  const own = createOwnPage({ client, sharing, other: signal(null), link: signal(null), perform, signal: life.signal });
  await Promise.resolve();
  say(
    {
      type: 'session.started',
      sessionId: newId(),
      site: 'Shop',
      host: { participantId: host, name: 'Anna' },
      switchedOn: [],
    },
    { type: 'participant.admitted', participantId: customer, name: 'Jan', role: 'customer' },
  );
  return { own, say, performed, connection };
}

/** What the relay says of an offer, up to the grant. */
const shown = (requestId: string, grantId: string): Fact[] => [
  { type: 'share.requested', requestId, ref: view, direction: 'share' },
  { type: 'share.accepted', requestId },
  { type: 'share.granted', requestId, grantId },
];

test('the page that the host chose is granted once the customer accepts, and only then, and once', async () => {
  const { own, say, performed } = await open();
  own.offer('view', 7);
  const requestId = performed[0]?.id ?? '';
  expect(performed).toEqual([{ type: 'share.request', id: requestId, ref: view, direction: 'share' }]);
  say({ type: 'share.requested', requestId, ref: view, direction: 'share' });
  expect(performed).toHaveLength(1);
  say({ type: 'share.accepted', requestId });
  const grantId = performed[1]?.id ?? '';
  expect(performed.slice(1)).toEqual([{ type: 'share.grant', id: grantId, requestId }]);
  say({ type: 'participant.knocked', participantId: newId(), name: 'Eva', role: 'customer' });
  expect(performed).toHaveLength(2);
  say({ type: 'share.granted', requestId, grantId });
  expect(own.shown.value).toMatchObject({ view: { grantId }, control: null, viewerName: 'Jan' });
});

test('an offer that this console knows nothing of is withdrawn, and never granted', async () => {
  const { say, performed } = await open();
  const requestId = newId();
  say({ type: 'share.requested', requestId, ref: view, direction: 'share' });
  say({ type: 'share.accepted', requestId });
  expect(performed).toMatchObject([{ type: 'share.refuse', requestId, reason: 'withdrawn' }]);
});

test('what the relay says was granted is shown only if the host allowed it here, and else ended', async () => {
  const { own, say, performed } = await open();
  const grantId = newId();
  say(...shown(newId(), grantId));
  expect(own.shown.value).toBeNull();
  expect(performed.at(-1)).toMatchObject({ type: 'share.end', ref: view, grantId, reason: 'stopped' });
});

test('[S5] a grant stands over a reload, until another console takes the place of this one', async () => {
  const grantId = newId();
  const { own, say, performed, connection } = await open([`view/${view.viewer}/${grantId}`]);
  say(...shown(newId(), grantId));
  expect(own.shown.value?.view.grantId).toBe(grantId);
  connection.value = { phase: 'stopped', reason: 'replaced' };
  expect(own.shown.value).toBeNull();
  expect(performed).toEqual([]);
});
