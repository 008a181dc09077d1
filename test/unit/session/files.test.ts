import { expect, test } from 'vitest';
import { defaultFilePolicy, type FilePolicy } from '../../../shared/protocol/file-policy.ts';
import type { Action } from '../../../shared/session/actions.ts';
import type { Fact } from '../../../shared/session/facts.ts';
import { type FileAudience, fileLimits } from '../../../shared/session/file.ts';
import { may } from '../../../shared/session/may.ts';
import { seesFact } from '../../../shared/session/sees.ts';
import { act, append, begin, id, people, prelude, stranger, type World } from './world.ts';

const { lead, assistant, customer, second } = people;
const sha256 = 'ab'.repeat(32);

const publish = (to: FileAudience = 'all', more: Partial<Extract<Action, { type: 'file.publish' }>> = {}): Action => ({
  type: 'file.publish',
  id: id('file'),
  name: 'report.pdf',
  size: 10,
  mediaType: 'application/pdf',
  to,
  ...more,
});
const receive = (size = 10): Action => ({ type: 'file.receive', id: id('got'), fileId: id('file'), size, sha256 });
const withdraw: Action = { type: 'file.withdraw', id: id('gone'), fileId: id('file') };

const after = (...steps: readonly (readonly [string, Action])[]): World =>
  steps.reduce((world, [by, action]) => {
    const done = act(world, by, action);
    expect([action.type, done.ok]).toEqual([action.type, true]);
    return done.world;
  }, begin());
const verdict = ({ state, now }: World, by: string, action: Action) => may(state, by, action, now);
const no = (code: string) => ({ ok: false, code });
const files = ({ state }: World) => (state.phase === 'none' ? [] : state.files);
const withPolicy = (policy: Partial<FilePolicy>): World =>
  begin(
    prelude.map((fact): Fact =>
      fact.type === 'session.started' ? { ...fact, files: { ...defaultFilePolicy, ...policy } } : fact,
    ),
  );

test('[J1] hosts and customers publish; only hosts for hosts; nobody for one who is not there', () => {
  for (const who of [lead, assistant, customer]) expect(verdict(begin(), who, publish()).ok).toBe(true);
  expect(verdict(begin(), lead, publish('hosts')).ok).toBe(true);
  expect(verdict(begin(), customer, publish('hosts'))).toEqual(no('actor.not-host'));
  expect(verdict(begin(), lead, publish(customer)).ok).toBe(true);
  expect(verdict(begin(), lead, publish(stranger))).toEqual(no('actor.not-present'));
  expect(verdict(begin(), lead, publish(lead))).toEqual(no('actor.not-present'));
  expect(verdict(begin(), stranger, publish())).toEqual(no('actor.unknown'));
});

test('[J1] only who published it withdraws a file, once', () => {
  const world = after([customer, publish()]);
  expect(verdict(world, lead, withdraw)).toEqual(no('file.not-yours'));
  const gone = after([customer, publish()], [customer, withdraw]);
  expect(files(gone)[0]?.withdrawnAt).toBe(gone.now);
  expect(verdict(gone, customer, withdraw)).toEqual(no('file.not-here'));
});

test('[J2] those it is for say once that they have it, with its size', () => {
  const world = after([customer, publish()]);
  expect(verdict(world, customer, receive())).toEqual(no('file.not-yours'));
  expect(verdict(world, lead, receive(11))).toEqual(no('file.not-here'));
  const had = after([customer, publish()], [lead, receive()], [assistant, receive()]);
  expect(files(had)[0]?.received.map(({ by, sha256: hash }) => [by, hash])).toEqual([
    [lead, sha256],
    [assistant, sha256],
  ]);
  expect(verdict(had, lead, receive())).toEqual(no('file.had'));
});

test('[J2] what was fetched when it was withdrawn counts; what is for hosts is none of a customer’s', () => {
  expect(verdict(after([customer, publish()], [customer, withdraw]), lead, receive()).ok).toBe(true);
  expect(verdict(after([lead, publish('hosts')]), customer, receive())).toEqual(no('file.not-yours'));
  expect(verdict(after([lead, publish(customer)]), second, receive())).toEqual(no('file.not-yours'));
});

test('[J1] customers learn of files for all, for them and of their own, and of nothing that becomes of others', () => {
  const tells = (world: World, to: string) =>
    world.entries.filter(({ fact }) => fact.type.startsWith('file.')).map((entry) => seesFact(world.state, to, entry));
  const forHosts = after([lead, publish('hosts')], [assistant, receive()], [lead, withdraw]);
  expect(tells(forHosts, customer)).toEqual([false, false, false]);
  expect(tells(forHosts, assistant)).toEqual([true, true, true]);
  const forOne = after([lead, publish(customer)], [customer, receive()]);
  expect(tells(forOne, customer)).toEqual([true, true]);
  expect(tells(forOne, second)).toEqual([false, false]);
  const own = after([customer, publish(lead)], [lead, receive()]);
  expect(tells(own, customer)).toEqual([true, true]);
  expect(tells(own, second)).toEqual([false, false]);
});

test('[J5] the site decides who publishes, how much, and of what type', () => {
  const refused = (policy: Partial<FilePolicy>, by: string, action = publish()) =>
    verdict(withPolicy(policy), by, action);
  expect(refused({ from: 'hosts' }, customer)).toEqual(no('file.switched-off'));
  expect(refused({ from: 'hosts' }, assistant).ok).toBe(true);
  expect(refused({ from: 'nobody' }, lead)).toEqual(no('file.switched-off'));
  expect(refused({ mostMebibytes: 1 }, lead, publish('all', { size: 2 ** 20 })).ok).toBe(true);
  expect(refused({ mostMebibytes: 1 }, lead, publish('all', { size: 2 ** 20 + 1 }))).toEqual(no('file.too-large'));
  expect(refused({ onlyEndings: ['png'] }, lead)).toEqual(no('file.wrong-type'));
  expect(refused({ onlyEndings: ['pdf'] }, lead).ok).toBe(true);
  const program = publish('all', { name: 'setup.exe' });
  expect(refused({}, lead, program).ok).toBe(true);
  expect(refused({ dangerous: 'refuse' }, lead, program)).toEqual(no('file.dangerous'));
});

test('[J1] a session has so many files and no more', () => {
  const many = Array.from({ length: fileLimits.files }, (_, at): Fact => {
    return { type: 'file.published', fileId: id(`f${at}`), name: 'a', size: 1, mediaType: '', to: 'all' };
  });
  expect(verdict(append(begin(), lead, many), lead, publish())).toEqual(no('file.full'));
});

test('[F3] facts out of place change nothing: another’s withdrawal, a file told twice, a receipt told twice', () => {
  const published: Fact = { type: 'file.published', fileId: id('file'), name: 'a', size: 1, mediaType: '', to: 'all' };
  const got: Fact = { type: 'file.received', fileId: id('file'), size: 1, sha256 };
  const once = append(append(begin(), lead, [published]), customer, [got]);
  const twice = append(append(append(once, customer, [got]), customer, [published]), customer, [
    { type: 'file.withdrawn', fileId: id('file') },
  ]);
  expect(files(twice)).toEqual(files(once));
});
