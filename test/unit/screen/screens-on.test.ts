import { expect, test } from 'vitest';
import { screenEnd, screensAsked, screensOn } from '../../../shared/browser/screen/screens-on.ts';
import { defaultFilePolicy } from '../../../shared/protocol/file-policy.ts';
import type { Share, ShareRef } from '../../../shared/session/share.ts';
import { shareKey } from '../../../shared/session/share.ts';
import type { OpenSession } from '../../../shared/session/state.ts';

const ref = (surface: ShareRef['surface'], level: ShareRef['level'] = 'view'): ShareRef => ({
  owner: 'jan',
  viewer: 'anna',
  surface,
  level,
});
const on = (of: ShareRef, grantId: string, since: number): Share => ({ phase: 'on', ref: of, grantId, since });
const session = (...shares: Share[]): OpenSession => ({
  phase: 'open',
  seq: 1,
  id: 's',
  site: 'Site',
  startedAt: 0,
  cameFrom: null,
  chat: { lines: [], marks: {} },
  notes: [],
  files: [],
  filePolicy: defaultFilePolicy,
  switchedOn: [],
  participants: {
    jan: { phase: 'present', id: 'jan', name: 'Jan', role: 'customer', since: 0 },
    anna: { phase: 'present', id: 'anna', name: 'Anna', role: 'lead', since: 0 },
  },
  shares: Object.fromEntries(shares.map((share) => [shareKey(share.ref), share])),
  tools: {},
  recordings: [],
  recordingRule: { mode: 'by-host', customerMayRefuse: true },
  call: null,
});

test('desktops and applications that are on, in the order in which they began, with their control; no pages', () => {
  const state = session(
    on(ref('desktop'), 'd', 20),
    on(ref('application'), 'a', 10),
    on(ref('application', 'control'), 'c', 30),
    on(ref('page'), 'p', 5),
  );
  const seen = screensOn(state, 'viewer', 'anna');
  expect(seen.map(({ surface, control }) => [surface, control?.grantId])).toEqual([
    ['application', 'c'],
    ['desktop', undefined],
  ]);
  expect(seen[0]).toMatchObject({ ownerName: 'Jan', viewerName: 'Anna' });
  expect(screensOn(state, 'owner', 'anna')).toEqual([]);
});

test('what is asked of an owner, and why something is no longer shown', () => {
  const asked: Share = {
    phase: 'requested',
    ref: ref('desktop'),
    direction: 'request',
    requestId: 'r',
    accepted: false,
    at: 0,
  };
  const off: Share = { phase: 'off', ref: ref('application'), last: 'capture-ended' };
  const state = session(asked, off);
  expect(screensAsked(state, 'jan')).toEqual([asked]);
  expect([screenEnd(state, ref('desktop')), screenEnd(state, ref('application'))]).toEqual([null, 'capture-ended']);
});
