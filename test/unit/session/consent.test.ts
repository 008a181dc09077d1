import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Share, shareKey } from '../../../shared/session/share.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { act, attemptsToShare, type Attempt, id, people, play, type Step } from './world.ts';

type On = Extract<Share, { phase: 'on' }>;

const sharesOn = (state: SessionState): On[] =>
  state.phase === 'open' ? Object.values(state.shares).filter((share): share is On => share.phase === 'on') : [];

/** The owner's own answer that this share stands on, to a question about this share (or, for view, about control of it). */
function grantOf(share: On, steps: readonly Step[]): Step | undefined {
  return steps.find(({ by, action, ok, before }) => {
    if (!ok || action.type !== 'share.grant' || action.id !== share.grantId || by !== share.ref.owner) return false;
    if (before.state.phase !== 'open') return false;
    const asked = Object.values(before.state.shares).find(
      (one) => one.phase === 'requested' && one.requestId === action.requestId,
    );
    if (!asked) return false;
    const keys = [shareKey(asked.ref), shareKey({ ...asked.ref, level: 'view' })];
    return keys.includes(shareKey(share.ref));
  });
}

/** Checks each step; tells whether control was ever on. */
function allGranted(list: readonly Attempt[]): boolean {
  const steps = play(list);
  let control = false;
  for (const { after } of steps) {
    for (const share of sharesOn(after.state)) {
      if (!grantOf(share, steps)) return expect.fail(`${shareKey(share.ref)} is on without a grant`);
      control ||= share.ref.level === 'control';
    }
  }
  return control;
}

const offer = {
  type: 'share.request',
  fitting: true,
  owner: people.lead,
  viewer: people.customer,
  direction: 'share',
  waitMs: 10,
} as const satisfies Partial<Attempt>;

describe('consent', () => {
  test('[S2] no eight attempts by anybody turn a share on without the grant of its owner', { timeout: 60_000 }, () => {
    let reached = 0;
    fc.assert(
      fc.property(attemptsToShare, (list) => {
        if (allGranted(list)) reached += 1;
      }),
      { numRuns: 50_000 },
    );
    // Else the property would say nothing.
    expect(reached).toBeGreaterThan(500);
  });

  test('[S6] nothing of a host is shown to a customer who did not accept just that', { timeout: 60_000 }, () => {
    let reached = 0;
    fc.assert(
      fc.property(attemptsToShare, (list) => {
        // Of runs that begin at random, next to none get so far.
        const steps = play(list.map((attempt, index) => (index === 0 ? { ...attempt, ...offer } : attempt)));
        for (const share of steps.flatMap(({ after }) => sharesOn(after.state))) {
          if (share.ref.owner !== people.lead && share.ref.owner !== people.assistant) continue;
          const grant = grantOf(share, steps);
          if (grant?.action.type !== 'share.grant' || grant.before.state.phase !== 'open')
            return expect.fail('no grant');
          const { requestId } = grant.action;
          const asked = Object.values(grant.before.state.shares).find(
            (one) => one.phase === 'requested' && one.requestId === requestId,
          );
          if (asked?.phase !== 'requested') return expect.fail('no question');
          const accepted = steps.some(
            ({ by, action, ok }) =>
              ok && action.type === 'share.accept' && action.requestId === requestId && by === share.ref.viewer,
          );
          if (!accepted) return expect.fail(`${shareKey(share.ref)} is on without its viewer's acceptance`);
          reached += 1;
        }
        return undefined;
      }),
      { numRuns: 40_000 },
    );
    // Else the property would say nothing.
    expect(reached).toBeGreaterThan(50);
  });

  test('[S4] control is never on without view', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attemptsToShare, (list) => {
        for (const { after } of play(list)) {
          const keys = new Set(sharesOn(after.state).map(({ ref }) => shareKey(ref)));
          for (const { ref } of sharesOn(after.state)) expect(keys).toContain(shareKey({ ...ref, level: 'view' }));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('a share is on only while both of its people are present', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attemptsToShare, (list) => {
        for (const { after } of play(list)) {
          for (const { ref } of sharesOn(after.state)) {
            const people = after.state.phase === 'open' ? after.state.participants : {};
            expect([people[ref.owner]?.phase, people[ref.viewer]?.phase]).toEqual(['present', 'present']);
          }
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('everyone concerned can end a share at any time', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attemptsToShare, fc.boolean(), (list, byOwner) => {
        const world = play(list).at(-1)?.after;
        if (!world) return;
        for (const { ref, grantId } of sharesOn(world.state)) {
          const by = byOwner ? ref.owner : ref.viewer;
          const { ok, world: after } = act(world, by, {
            type: 'share.end',
            id: id('end'),
            ref,
            grantId,
            reason: 'stopped',
          });
          expect(ok).toBe(true);
          expect(sharesOn(after.state).map((share) => shareKey(share.ref))).not.toContain(shareKey(ref));
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
