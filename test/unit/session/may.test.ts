import { describe, expect, test } from 'vitest';
import type { Action } from '../../../shared/session/actions.ts';
import { may, type RefusalCode } from '../../../shared/session/may.ts';
import { noSession } from '../../../shared/session/state.ts';
import { act, begin, id, people, stranger, type World } from './world.ts';

const ref = { owner: people.customer, viewer: people.lead, surface: 'page', level: 'view' } as const;
const offer = { owner: people.lead, viewer: people.customer, surface: 'desktop', level: 'view' } as const;

const actions = {
  admit: { type: 'participant.admit', id: id('a'), participantId: people.waiting },
  refuse: { type: 'participant.refuse', id: id('b'), participantId: people.waiting },
  leave: { type: 'participant.leave', id: id('c') },
  end: { type: 'session.end', id: id('d') },
  ask: { type: 'share.request', id: id('ask'), ref, direction: 'request' },
  offer: { type: 'share.request', id: id('offer'), ref: offer, direction: 'share' },
  accept: { type: 'share.accept', id: id('accept'), requestId: id('offer') },
  choose: { type: 'share.accept', id: id('choose'), requestId: id('ask') },
  grant: { type: 'share.grant', id: id('grant'), requestId: id('ask') },
  grantOffer: { type: 'share.grant', id: id('grant-offer'), requestId: id('offer') },
  deny: { type: 'share.refuse', id: id('deny'), requestId: id('ask'), reason: 'denied' },
  stop: { type: 'share.end', id: id('stop'), ref, grantId: id('grant'), reason: 'stopped' },
} as const satisfies Record<string, Action>;

function after(...steps: readonly (readonly [string, Action])[]): World {
  let world = begin();
  for (const [by, action] of steps) {
    const next = act(world, by, action);
    if (!next.ok) throw new Error(`${by} may not ${action.type}`);
    world = next.world;
  }
  return world;
}

const phases = {
  none: { ...begin(), state: noSession },
  open: begin(),
  asked: after([people.lead, actions.ask]),
  shown: after([people.lead, actions.ask], [people.customer, actions.grant]),
  offered: after([people.lead, actions.offer]),
  accepted: after([people.lead, actions.offer], [people.customer, actions.accept]),
  chosen: after([people.lead, actions.ask], [people.customer, actions.choose]),
  ended: after([people.lead, actions.end]),
};

type Row = [
  phase: keyof typeof phases,
  actor: keyof typeof people | 'stranger' | 'relay',
  action: keyof typeof actions,
  verdict: 'ok' | RefusalCode,
];

const rows: Row[] = [
  ['none', 'lead', 'ask', 'session.none'],
  ['ended', 'lead', 'ask', 'session.ended'],
  ['ended', 'relay', 'end', 'session.ended'],
  ['open', 'stranger', 'leave', 'actor.unknown'],
  ['open', 'stranger', 'ask', 'actor.unknown'],

  ['open', 'lead', 'admit', 'ok'],
  ['open', 'assistant', 'admit', 'actor.not-lead'],
  ['open', 'customer', 'admit', 'actor.not-lead'],
  ['open', 'waiting', 'admit', 'actor.not-present'],
  ['open', 'relay', 'admit', 'actor.unknown'],
  ['open', 'lead', 'refuse', 'ok'],
  ['open', 'customer', 'refuse', 'actor.not-lead'],

  ['open', 'lead', 'leave', 'ok'],
  ['open', 'customer', 'leave', 'ok'],
  ['open', 'waiting', 'leave', 'ok'],
  ['open', 'lead', 'end', 'ok'],
  ['open', 'customer', 'end', 'ok'],
  ['open', 'assistant', 'end', 'actor.not-lead'],
  ['open', 'waiting', 'end', 'actor.not-present'],
  ['open', 'relay', 'end', 'ok'],

  ['open', 'lead', 'ask', 'ok'],
  ['open', 'assistant', 'ask', 'share.not-yours'],
  ['open', 'customer', 'ask', 'share.not-yours'],
  ['open', 'waiting', 'ask', 'actor.not-present'],
  ['open', 'relay', 'ask', 'actor.unknown'],
  ['asked', 'lead', 'ask', 'share.busy'],
  ['shown', 'lead', 'ask', 'share.busy'],
  ['open', 'lead', 'offer', 'ok'],
  ['open', 'customer', 'offer', 'share.not-yours'],

  ['open', 'customer', 'grant', 'share.no-such-request'],
  ['asked', 'customer', 'grant', 'ok'],
  ['asked', 'lead', 'grant', 'share.not-yours'],
  ['asked', 'assistant', 'grant', 'share.not-yours'],
  ['asked', 'second', 'grant', 'share.not-yours'],
  ['asked', 'relay', 'grant', 'actor.unknown'],
  ['shown', 'customer', 'grant', 'share.no-such-request'],

  ['offered', 'customer', 'accept', 'ok'],
  ['offered', 'second', 'accept', 'share.not-yours'],
  ['offered', 'lead', 'accept', 'share.not-yours'],
  ['offered', 'lead', 'grantOffer', 'share.not-accepted'],
  ['offered', 'customer', 'grantOffer', 'share.not-yours'],
  ['accepted', 'lead', 'grantOffer', 'ok'],
  ['accepted', 'customer', 'grantOffer', 'share.not-yours'],

  ['asked', 'customer', 'choose', 'ok'],
  ['asked', 'lead', 'choose', 'share.not-yours'],
  ['asked', 'second', 'choose', 'share.not-yours'],
  ['chosen', 'customer', 'choose', 'share.no-such-request'],
  ['chosen', 'customer', 'grant', 'ok'],
  ['chosen', 'lead', 'grant', 'share.not-yours'],
  ['chosen', 'relay', 'deny', 'share.busy'],

  ['asked', 'customer', 'deny', 'ok'],
  ['asked', 'lead', 'deny', 'ok'],
  ['asked', 'second', 'deny', 'share.not-yours'],
  ['asked', 'relay', 'deny', 'share.busy'],
  ['shown', 'customer', 'deny', 'share.no-such-request'],

  ['shown', 'customer', 'stop', 'ok'],
  ['shown', 'lead', 'stop', 'ok'],
  ['shown', 'assistant', 'stop', 'share.not-yours'],
  ['shown', 'second', 'stop', 'share.not-yours'],
  ['shown', 'relay', 'stop', 'actor.unknown'],
  ['asked', 'customer', 'stop', 'share.not-on'],
];

const actorId = (actor: Row[1]) => (actor === 'relay' ? actor : actor === 'stranger' ? stranger : people[actor]);

describe('may', () => {
  test.each(rows)('in phase %s, %s · %s → %s', (phase, actor, action, verdict) => {
    const { state, now } = phases[phase];
    const answer = may(state, actorId(actor), actions[action], now);
    expect(answer.ok ? 'ok' : answer.code).toBe(verdict);
  });

  test('the relay refuses for the owner only when the time is over', () => {
    const { state, now } = phases.asked;
    expect(may(state, 'relay', actions.deny, now + 30_000)).toEqual({ ok: true });
  });

  test('a kind of share that the site has switched off is refused', () => {
    const { state, now } = begin([
      {
        type: 'session.started',
        sessionId: id('s'),
        site: 'Acme',
        host: { participantId: people.lead, name: 'A' },
        switchedOn: [{ surface: 'page', level: 'view', direction: 'request' }],
      },
      { type: 'participant.admitted', participantId: people.customer, name: 'C', role: 'customer' },
    ]);
    expect(may(state, people.lead, actions.ask, now)).toEqual({ ok: true });
    const control = { ...actions.ask, ref: { ...ref, level: 'control' } } as const;
    expect(may(state, people.lead, control, now)).toEqual({ ok: false, code: 'share.switched-off' });
  });

  test('hosts do not share with hosts, nor customers with customers', () => {
    const { state, now } = phases.open;
    const among = (owner: string, viewer: string) =>
      may(state, viewer, { ...actions.ask, ref: { ...ref, owner, viewer } }, now);
    expect(among(people.assistant, people.lead)).toEqual({ ok: false, code: 'share.not-yours' });
    expect(among(people.second, people.customer)).toEqual({ ok: false, code: 'share.not-yours' });
    expect(among(people.lead, people.lead)).toEqual({ ok: false, code: 'share.not-yours' });
  });
});

test('a host who helps asks for the customer’s page, and for nothing else', () => {
  const asks = (surface: 'page' | 'desktop', owner: string, viewer: string, direction: 'request' | 'share') =>
    may(
      phases.open.state,
      people.assistant,
      { type: 'share.request', id: id('x'), ref: { owner, viewer, surface, level: 'view' }, direction },
      0,
    );
  const { assistant, customer } = people;
  expect(asks('page', customer, assistant, 'request')).toEqual({ ok: true });
  expect(asks('desktop', customer, assistant, 'request')).toEqual({ ok: false, code: 'actor.not-lead' });
  expect(asks('page', assistant, customer, 'share')).toEqual({ ok: false, code: 'actor.not-lead' });
});
