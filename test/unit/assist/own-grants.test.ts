import { expect, test } from 'vitest';
import { assistView } from '../../../shared/browser/assist/assist-view.ts';
import { createOwnGrants } from '../../../shared/browser/assist/own-grants.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import type { ShareRef } from '../../../shared/session/share.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';

const host = newId();
const me = newId();
const view: ShareRef = { owner: me, viewer: host, surface: 'page', level: 'view' };
const control: ShareRef = { ...view, level: 'control' };

/** A session in which the relay says that these were granted. */
function granted(...grants: [ShareRef, string][]): SessionState {
  const facts: Fact[] = [
    {
      type: 'session.started',
      sessionId: newId(),
      site: 'Shop',
      host: { participantId: host, name: 'Anna' },
      switchedOn: [],
    },
    { type: 'participant.admitted', participantId: me, name: 'Jan', role: 'customer' },
    ...grants.flatMap(([ref, grantId]): Fact[] => {
      const requestId = newId();
      return [
        { type: 'share.requested', requestId, ref, direction: 'request' },
        { type: 'share.granted', requestId, grantId },
      ];
    }),
  ];
  return facts.reduce<SessionState>(
    (state, fact, index) => reduce(state, { seq: index + 1, at: index, by: me, fact }),
    noSession,
  );
}

function shown(state: SessionState, own: ReadonlySet<string> | null) {
  const seen = assistView({
    state,
    lobby: null,
    online: new Set(),
    me,
    canShow: true,
    granted: own ?? new Set(),
    endedHere: false,
    stopped: null,
  });
  const what = seen.kind === 'open' ? seen.shown : null;
  return { view: what?.view.grantId, control: what?.control?.grantId };
}

async function windowOf(kept: { grants: readonly string[] }) {
  const own = createOwnGrants({
    grants: () => Promise.resolve(kept.grants),
    keepGrants(grants) {
      kept.grants = grants;
      return Promise.resolve();
    },
  });
  await Promise.resolve();
  await Promise.resolve();
  return own;
}

test('what the relay says was granted is shown only if the customer allowed it here', async () => {
  const [allowed, forged] = [newId(), newId()];
  const own = await windowOf({ grants: [] });
  expect(shown(granted([view, forged]), own.all.value)).toEqual({});
  own.add(view, allowed);
  expect(shown(granted([view, allowed], [control, forged]), own.all.value)).toEqual({ view: allowed });
  expect(shown(granted([view, allowed], [control, allowed]), own.all.value)).toEqual({ view: allowed });
});

test('a grant that arrives after Stop shows nothing', async () => {
  const grantId = newId();
  const own = await windowOf({ grants: [] });
  own.add(view, grantId);
  own.clear();
  expect(shown(granted([view, grantId]), own.all.value)).toEqual({});
});

test('control may bring view with it, and its end leaves view on', async () => {
  const grantId = newId();
  const own = await windowOf({ grants: [] });
  own.add(control, grantId);
  expect(shown(granted([control, grantId]), own.all.value)).toEqual({ view: grantId, control: grantId });
  own.drop(control, grantId);
  expect(shown(granted([control, grantId]), own.all.value)).toEqual({ view: grantId });
  own.drop(view, grantId);
  expect(shown(granted([control, grantId]), own.all.value)).toEqual({});
});

test('a reloaded window knows what was allowed, and what is over', async () => {
  const [one, other] = [newId(), newId()];
  const kept = { grants: [] as readonly string[] };
  const own = await windowOf(kept);
  own.add(view, other);
  own.drop(view, other);
  own.add(view, one);
  const reloaded = await windowOf(kept);
  expect(shown(granted([view, one]), reloaded.all.value)).toEqual({ view: one });
  expect(shown(granted([view, other]), reloaded.all.value)).toEqual({});
});

test('what one viewer was allowed is nothing to another, and ends with that one’s view', async () => {
  const [grantId, controlId] = [newId(), newId()];
  const own = await windowOf({ grants: [] });
  own.add({ level: 'view', viewer: newId() }, grantId);
  expect(shown(granted([view, grantId]), own.all.value)).toEqual({});
  own.add(view, grantId);
  own.add(control, controlId);
  own.drop(view, grantId);
  expect(shown(granted([view, controlId]), own.all.value)).toEqual({});
});
