import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../shared/protocol/limits.ts';
import { knowsFile } from '../../../shared/session/file.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import { seesFact } from '../../../shared/session/sees.ts';
import { type Share, shareKey } from '../../../shared/session/share.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { act, append, attempts, begin, fold, id, people, play, type World } from './world.ts';

const ref = { owner: people.customer, viewer: people.lead, surface: 'page', level: 'control' } as const;
const asking = { type: 'share.request', id: id('ask'), ref, direction: 'request' } as const;
const granting = { type: 'share.grant', id: id('grant'), requestId: asking.id } as const;
const refusing = { type: 'share.refuse', id: id('refuse'), requestId: asking.id, reason: 'denied' } as const;

const shareOf = (state: SessionState): Share | undefined =>
  state.phase === 'open' ? state.shares[shareKey(ref)] : undefined;

function asked(): World {
  const { world, ok } = act(begin(), people.lead, asking);
  expect(ok).toBe(true);
  return world;
}

describe('the fold of facts', () => {
  test('[F3] a fact that comes twice changes nothing', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attempts, fc.nat(), (list, which) => {
        const world = play(list).at(-1)?.after ?? begin();
        const again = world.entries[which % world.entries.length];
        if (again) expect(reduce(world.state, again)).toBe(world.state);
      }),
      { numRuns: 5_000 },
    );
  });

  test('[F3] facts folded with each sent twice give the same state', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const world = play(list).at(-1)?.after ?? begin();
        expect(fold(world.entries.flatMap((entry) => [entry, entry]))).toEqual(world.state);
      }),
      { numRuns: 2_000 },
    );
  });

  test('[F4] facts folded in two parts give the same state as at once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attempts, fc.nat(), (list, where) => {
        const { entries, state } = play(list).at(-1)?.after ?? begin();
        const cut = where % (entries.length + 1);
        expect(fold(entries.slice(cut), fold(entries.slice(0, cut)))).toEqual(state);
      }),
      { numRuns: 2_000 },
    );
  });

  test('[S3] an answer after 30 s changes nothing', () => {
    const world = { ...asked(), now: begin().now + limits.answerWithinMs };
    const late = act(world, people.customer, granting);
    expect(late.ok).toBe(false);
    expect(late.world).toBe(world);
  });

  test('[S7] an owner who has accepted has three minutes to choose, and nothing is shown by that', () => {
    const chooses = act(asked(), people.customer, { type: 'share.accept', id: id('yes'), requestId: asking.id }).world;
    expect(shareOf(chooses.state)).toMatchObject({ phase: 'requested', accepted: true });
    const at = (ms: number) => act({ ...chooses, now: begin().now + ms }, people.customer, granting).ok;
    expect([at(limits.answerWithinMs), at(limits.chooseWithinMs - 1), at(limits.chooseWithinMs)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a grant after a refusal changes nothing', () => {
    const refused = act(asked(), people.customer, refusing).world;
    expect(act(refused, people.customer, granting)).toEqual({ ok: false, world: refused });
    expect(
      shareOf(
        append(refused, people.customer, [{ type: 'share.granted', requestId: asking.id, grantId: granting.id }]).state,
      )?.phase,
    ).toBe('off');
  });

  test('a refusal after a grant changes nothing', () => {
    const granted = act(asked(), people.customer, granting).world;
    expect(act(granted, people.customer, refusing).ok).toBe(false);
    const stray = append(granted, people.customer, [{ type: 'share.refused', requestId: asking.id, reason: 'denied' }]);
    expect(shareOf(stray.state)?.phase).toBe('on');
  });

  test('[S6] a grant of an offer that nobody has accepted changes nothing', () => {
    const offered = { owner: people.lead, viewer: people.customer, surface: 'page', level: 'control' } as const;
    const offer = { ...asking, id: id('offer'), ref: offered, direction: 'share' } as const;
    const world = act(begin(), people.lead, offer).world;
    const granted = { type: 'share.granted', requestId: offer.id, grantId: granting.id } as const;
    const on = ({ state }: World) =>
      state.phase === 'open' ? Object.values(state.shares).filter(({ phase }) => phase === 'on') : [];
    expect(on(append(world, people.lead, [granted]))).toEqual([]);
    const accepted = act(world, people.customer, { type: 'share.accept', id: id('yes'), requestId: offer.id }).world;
    expect(on(append(accepted, people.lead, [granted])).map(({ ref: { level } }) => level)).toEqual([
      'control',
      'view',
    ]);
  });

  test('both pages are shown at the same time, and the end of one is not the end of the other', () => {
    const theirs = act(asked(), people.customer, granting).world;
    const mine = { owner: people.lead, viewer: people.customer, surface: 'page', level: 'view' } as const;
    const offer = { ...asking, id: id('offer'), ref: mine, direction: 'share' } as const;
    const both = [
      [people.lead, offer],
      [people.customer, { type: 'share.accept', id: id('yes'), requestId: offer.id }],
      [people.lead, { type: 'share.grant', id: id('grant-2'), requestId: offer.id }],
    ] as const;
    const shown = both.reduce((world, [by, action]) => act(world, by, action).world, theirs);
    const stopped = act(shown, people.customer, {
      type: 'share.end',
      id: id('end'),
      ref: { ...ref, level: 'view' },
      grantId: granting.id,
      reason: 'stopped',
    }).world;
    const phases = (world: World) =>
      world.state.phase === 'open' ? Object.values(world.state.shares).map(({ phase }) => phase) : [];
    expect(phases(shown)).toEqual(['on', 'on', 'on']);
    expect(phases(stopped)).toEqual(['off', 'off', 'on']);
  });

  test('the answer to an old question does not answer a new one', () => {
    const refused = act(asked(), people.customer, refusing).world;
    const anew = act(refused, people.lead, { ...asking, id: id('ask-again') }).world;
    expect(act(anew, people.customer, granting).ok).toBe(false);
    expect(shareOf(anew.state)?.phase).toBe('requested');
  });

  test('the end of an old grant does not end a new one', () => {
    const end = { type: 'share.end', id: id('end'), ref, grantId: granting.id, reason: 'stopped' } as const;
    const ended = act(act(asked(), people.customer, granting).world, people.customer, end).world;
    const anew = act(ended, people.lead, { ...asking, id: id('ask-2') }).world;
    const granted = act(anew, people.customer, { ...granting, id: id('grant-2'), requestId: id('ask-2') }).world;
    expect(shareOf(granted.state)?.phase).toBe('on');
    expect(act(granted, people.customer, { ...end, id: id('end-2') }).ok).toBe(false);
    const stray = append(granted, people.customer, [
      { type: 'share.ended', ref, grantId: granting.id, reason: 'stopped' },
    ]);
    expect(shareOf(stray.state)?.phase).toBe('on');
  });

  test('after the end of the session nothing comes back', () => {
    const ended = act(asked(), people.lead, { type: 'session.end', id: id('over') }).world;
    const more = append(ended, people.lead, [{ type: 'share.granted', requestId: asking.id, grantId: granting.id }]);
    expect(more.state).toEqual({ ...ended.state, seq: more.entries.length });
  });
});

describe('what a participant is told', () => {
  /** The state as one knows it who is told only what `seesFact` lets through. */
  const knownTo = (world: World, viewer: string) =>
    fold(world.entries.filter((entry) => seesFact(world.state, viewer, entry)));

  const wasAdmitted = (world: World, participantId: string) => {
    const { state } = world;
    const person = state.phase === 'none' ? undefined : state.participants[participantId];
    return person?.phase === 'present' || (person?.phase === 'away' && person.admitted);
  };

  test('[F3] hosts know what the relay knows', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(people.lead, people.assistant), (list, viewer) => {
        const world = play(list).at(-1)?.after ?? begin();
        expect(knownTo(world, viewer)).toEqual(world.state);
      }),
      { numRuns: 5_000 },
    );
  });

  test(
    '[F3] a customer knows what the relay knows, but for those who knocked in vain, and what is among hosts',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(attempts, fc.constantFrom(people.customer, people.second, people.waiting), (list, viewer) => {
          const world = play(list).at(-1)?.after ?? begin();
          const known = knownTo(world, viewer);
          if (!wasAdmitted(world, viewer)) {
            expect(known.phase).toBe('none');
            return;
          }
          if (world.state.phase === 'none' || known.phase === 'none') throw new Error('The session has begun.');
          const others = Object.entries(world.state.participants).filter(([one]) => wasAdmitted(world, one));
          const { chat } = world.state;
          const told = { marks: {}, lines: chat.lines.filter(({ audience }) => audience === 'all') };
          const person = world.state.participants[viewer];
          const files = world.state.files.filter((file) => person && knowsFile(file, person));
          expect({ ...known, seq: 0, chat: { ...known.chat, marks: {} } }).toEqual({
            ...world.state,
            seq: 0,
            participants: Object.fromEntries(others),
            chat: told,
            notes: [],
            files,
          });
        }),
        { numRuns: 10_000 },
      );
    },
  );

  test('one who leaves the lobby learns nothing of the session by it', () => {
    const left = act(asked(), people.waiting, { type: 'participant.leave', id: id('leave') }).world;
    expect(left.entries.filter((entry) => seesFact(left.state, people.waiting, entry))).toEqual([]);
  });

  test('one who was refused learns nothing of the session', () => {
    const refused = act(begin(), people.lead, {
      type: 'participant.refuse',
      id: id('refuse'),
      participantId: people.waiting,
    }).world;
    expect(refused.entries.filter((entry) => seesFact(refused.state, people.waiting, entry))).toEqual([]);
  });
});
