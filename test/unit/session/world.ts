import fc from 'fast-check';
import type { Action } from '../../../shared/session/actions.ts';
import type { Entry, Fact } from '../../../shared/session/facts.ts';
import { may } from '../../../shared/session/may.ts';
import { record } from '../../../shared/session/record.ts';
import { reduce } from '../../../shared/session/reduce.ts';
import {
  directions,
  endReasons,
  levels,
  refusalReasons,
  type ShareKind,
  surfaces,
} from '../../../shared/session/share.ts';
import { noSession, type SessionState } from '../../../shared/session/state.ts';

/** An id that can be read: `id('lead')`. */
export const id = (name: string): string => name.padEnd(22, '_');

export const people = {
  lead: id('lead'),
  assistant: id('assistant'),
  customer: id('customer'),
  second: id('second'),
  waiting: id('waiting'),
} as const;
export const stranger = id('stranger');

export const everyKind: ShareKind[] = surfaces.flatMap((surface) =>
  levels.flatMap((level) => directions.map((direction) => ({ surface, level, direction }))),
);

const knock = (participantId: string, role: 'assistant' | 'customer'): Fact => ({
  type: 'participant.knocked',
  participantId,
  name: participantId,
  role,
});
const admit = (participantId: string, role: 'assistant' | 'customer'): Fact => ({
  type: 'participant.admitted',
  participantId,
  name: participantId,
  role,
});

/** A session with everybody in it but the one who waits. */
export const prelude: readonly Fact[] = [
  {
    type: 'session.started',
    sessionId: id('session'),
    site: 'Acme',
    host: { participantId: people.lead, name: 'Anna' },
    switchedOn: everyKind,
  },
  knock(people.customer, 'customer'),
  admit(people.customer, 'customer'),
  admit(people.assistant, 'assistant'),
  knock(people.second, 'customer'),
  admit(people.second, 'customer'),
  knock(people.waiting, 'customer'),
];

export const startedAt = 1_000_000;

export interface World {
  state: SessionState;
  entries: readonly Entry[];
  now: number;
}

export function fold(entries: readonly Entry[], from: SessionState = noSession): SessionState {
  return entries.reduce(reduce, from);
}

export function append(world: World, by: string, facts: readonly Fact[]): World {
  const added = facts.map((fact, index) => ({ seq: world.entries.length + index + 1, at: world.now, by, fact }));
  return { ...world, entries: [...world.entries, ...added], state: fold(added, world.state) };
}

export const begin = (facts: readonly Fact[] = prelude): World =>
  append({ state: noSession, entries: [], now: startedAt }, 'relay', facts);

/** What the relay does with a command: decides, writes down, folds. */
export function act(world: World, by: string, action: Action): { world: World; ok: boolean } {
  const verdict = may(world.state, by, action, world.now);
  if (!verdict.ok || world.state.phase === 'none') return { world, ok: false };
  return { world: append(world, by, record(world.state, by, action)), ok: true };
}

/** One attempt, with ids still open: they are drawn from those that exist by then. */
export interface Attempt {
  by: string;
  /** Done by the one whose part it is, so that runs get far; else by anybody. */
  fitting: boolean;
  waitMs: number;
  type: Action['type'];
  owner: string;
  viewer: string;
  surface: (typeof surfaces)[number];
  level: (typeof levels)[number];
  direction: (typeof directions)[number];
  /** Counted from the newest id backwards. */
  idBack: number;
  target: string;
  refusal: (typeof refusalReasons)[number];
  end: (typeof endReasons)[number];
}

const { lead, customer, waiting } = people;
const anybody = fc.constantFrom(...Object.values(people), stranger);
const usually = <T>(usual: readonly T[], else_: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: else_ });

/** `calls`: how often a call is meant, of 15 others. */
const attempt = (calls: number) =>
  fc
    .record({
      by: usually<string>([lead, customer], fc.oneof(anybody, fc.constant('relay'))),
      fitting: fc.boolean(),
      waitMs: usually([10], fc.constantFrom(29_999, 30_000, 40_000)),
      type: fc.oneof(
        {
          weight: 12,
          arbitrary: fc.constantFrom<Action['type']>('share.request', 'share.accept', 'share.grant', 'share.end'),
        },
        { weight: 2, arbitrary: fc.constant<Action['type']>('share.refuse') },
        {
          weight: 1,
          arbitrary: fc.constantFrom<Action['type']>(
            'participant.admit',
            'participant.refuse',
            'participant.leave',
            'participant.remove',
            'lead.hand-over',
            'session.end',
          ),
        },
        {
          weight: calls,
          arbitrary: fc.constantFrom<Action['type']>(
            'call.start',
            'call.join',
            'call.decline',
            'call.leave',
            'call.give-up',
          ),
        },
        {
          weight: calls,
          arbitrary: fc.constantFrom<Action['type']>(
            'tool.request',
            'tool.accept',
            'tool.grant',
            'tool.refuse',
            'tool.end',
            'folder.note',
          ),
        },
        {
          weight: calls,
          arbitrary: fc.constantFrom<Action['type']>(
            'recording.start',
            'recording.pause',
            'recording.resume',
            'recording.stop',
            'recording.fail',
          ),
        },
        { weight: calls, arbitrary: fc.constantFrom<Action['type']>('chat.say', 'chat.reach', 'note.write') },
        {
          weight: calls,
          arbitrary: fc.constantFrom<Action['type']>('file.publish', 'file.withdraw', 'file.receive'),
        },
      ),
      share: usually<Pick<Attempt, 'owner' | 'viewer' | 'direction'>>(
        [
          { owner: customer, viewer: lead, direction: 'request' },
          { owner: lead, viewer: customer, direction: 'share' },
        ],
        fc.record({ owner: anybody, viewer: anybody, direction: fc.constantFrom(...directions) }),
      ),
      surface: usually<Attempt['surface']>(['page'], fc.constantFrom(...surfaces)),
      level: fc.constantFrom(...levels),
      idBack: usually([0], fc.nat({ max: 3 })),
      target: usually<string>([waiting], anybody),
      refusal: fc.constantFrom(...refusalReasons),
      end: fc.constantFrom(...endReasons),
    })
    .map(({ share, ...others }): Attempt => ({ ...others, ...share }));

export const attempts = fc.array(attempt(3), { maxLength: 8, size: 'max' });
/** Without calls, so that more come to a share. */
export const attemptsToShare = fc.array(attempt(0), { maxLength: 8, size: 'max' });

export function toAction(attempt: Attempt, step: number, used: readonly string[]): Action {
  const known = used.at(-1 - attempt.idBack) ?? id('unknown');
  const own = id(`command-${step}`);
  const ref = { owner: attempt.owner, viewer: attempt.viewer, surface: attempt.surface, level: attempt.level };
  switch (attempt.type) {
    case 'participant.admit':
    case 'participant.refuse':
    case 'participant.remove':
      return { type: attempt.type, id: own, participantId: attempt.target };
    case 'participant.leave':
    case 'session.end':
      return { type: attempt.type, id: own };
    case 'lead.hand-over':
      return { type: attempt.type, id: own, to: attempt.target };
    case 'share.request':
      return { type: attempt.type, id: own, ref, direction: attempt.direction };
    case 'share.accept':
    case 'share.grant':
      return { type: attempt.type, id: own, requestId: known };
    case 'share.refuse':
      return { type: attempt.type, id: own, requestId: known, reason: attempt.refusal };
    case 'share.end':
      return { type: attempt.type, id: own, ref, grantId: known, reason: attempt.end };
    case 'tool.request':
      return { type: attempt.type, id: own, tool: toolOf(attempt), to: attempt.owner };
    case 'tool.accept':
    case 'tool.grant':
      return { type: attempt.type, id: own, requestId: known };
    case 'tool.refuse':
      return { type: attempt.type, id: own, requestId: known, reason: attempt.refusal };
    case 'tool.end':
      return {
        type: attempt.type,
        id: own,
        tool: toolOf(attempt),
        to: attempt.owner,
        grantId: known,
        reason: 'stopped',
      };
    case 'recording.start':
      return { type: attempt.type, id: own };
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
      return { type: attempt.type, id: own, recordingId: known };
    case 'recording.fail':
      return { type: attempt.type, id: own, recordingId: known, code: 'disk-full' };
    case 'folder.note': {
      const deed = { kind: 'made', path: `folder ${step}`, size: null, sha256: null, to: null } as const;
      return { type: attempt.type, id: own, grantId: known, deeds: [deed] };
    }
    case 'call.start':
      return { type: attempt.type, id: own, medium: 'voice' };
    case 'call.join':
    case 'call.decline':
    case 'call.leave':
    case 'call.give-up':
      return { type: attempt.type, id: own, callId: known };
    case 'note.write':
      return {
        type: attempt.type,
        id: own,
        noteId: id(`note-${attempt.idBack}`),
        begunAt: startedAt + step * 7 - attempt.waitMs,
        text: attempt.level === 'view' ? `Note ${step}` : '',
      };
    case 'chat.say':
      return {
        type: attempt.type,
        id: own,
        audience: attempt.level === 'view' ? 'all' : 'hosts',
        text: `${step}`,
        picture: null,
      };
    case 'file.publish':
      return { type: attempt.type, id: own, name: `${step}.txt`, size: step, mediaType: '', to: attempt.target };
    case 'file.withdraw':
      return { type: attempt.type, id: own, fileId: known };
    case 'file.receive':
      return { type: attempt.type, id: own, fileId: known, size: step, sha256: '0'.repeat(64) };
    case 'chat.reach':
      return { type: attempt.type, id: own, upTo: step + 1, isRead: attempt.level === 'view' };
  }
}

const toolOf = ({ level }: Attempt) => (level === 'view' ? 'recording' : 'files');

/** Whose part the action is, as things stand. */
function fittingActor({ state }: World, { by, direction, owner, viewer }: Attempt, action: Action): string {
  const call = state.phase === 'open' && state.call?.phase === 'on' ? state.call : null;
  switch (action.type) {
    case 'share.request':
      return direction === 'request' ? viewer : owner;
    case 'share.end':
      return owner;
    case 'share.accept':
    case 'share.grant':
    case 'share.refuse': {
      const shares = state.phase === 'open' ? Object.values(state.shares) : [];
      const asked = shares.find((share) => share.phase === 'requested' && share.requestId === action.requestId);
      if (!asked) return by;
      if (action.type === 'share.accept' && asked.phase === 'requested' && asked.direction === 'request')
        return asked.ref.owner;
      return action.type === 'share.grant' ? asked.ref.owner : asked.ref.viewer;
    }
    case 'tool.request':
    case 'recording.start':
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
    case 'recording.fail':
      return lead;
    case 'tool.accept':
    case 'tool.grant':
    case 'tool.refuse':
    case 'tool.end':
    case 'folder.note':
      return owner;
    case 'participant.admit':
    case 'participant.refuse':
    case 'participant.leave':
    case 'participant.remove':
    case 'lead.hand-over':
    case 'session.end':
    case 'call.start':
    case 'chat.say':
    case 'chat.reach':
    case 'note.write':
    case 'file.publish':
    case 'file.withdraw':
    case 'file.receive':
      return by;
    case 'call.join':
    case 'call.decline':
      return call?.ringing[0] ?? by;
    case 'call.leave':
      return call?.members[0] ?? by;
    case 'call.give-up':
      return 'relay';
  }
}

export interface Step {
  by: string;
  action: Action;
  ok: boolean;
  before: World;
  after: World;
}

/** Plays attempts one after another; `used` are the ids of the commands that were let pass. */
export function play(list: readonly Attempt[], from: World = begin()): Step[] {
  const steps: Step[] = [];
  const used: string[] = [];
  let world = from;
  for (const [index, attempt] of list.entries()) {
    world = { ...world, now: world.now + attempt.waitMs };
    const action = toAction(attempt, index, used);
    const by = attempt.fitting ? fittingActor(world, attempt, action) : attempt.by;
    const { world: after, ok } = act(world, by, action);
    if (ok) used.push(action.id);
    steps.push({ by, action, ok, before: world, after });
    world = after;
  }
  return steps;
}
