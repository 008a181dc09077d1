import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKyselyStore } from '../../../server/store/kysely-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import type { Append, Appended, Store } from '../../../server/store/store.ts';
import { newId } from '../../../shared/protocol/new-id.ts';
import type { Entry, Fact } from '../../../shared/session/facts.ts';
import { startPostgres } from '../../support/postgres.ts';

const at = 1_800_000_000_123;

const engines = {
  'node:sqlite': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-store-'));
    // The embedded store belongs to one instance: the second shares its connection.
    const { db } = await openDatabase(folder, undefined);
    const open = () => Promise.resolve(createKyselyStore(db));
    return { open, stop: () => rmSync(folder, { recursive: true, force: true }) };
  },
  Postgres: async () => {
    const postgres = await startPostgres();
    const open = async () => createKyselyStore((await openDatabase('', postgres.url)).db);
    return { open, stop: () => postgres.stop() };
  },
};

describe.each(Object.keys(engines) as (keyof typeof engines)[])('the store on %s', (engine) => {
  let store: Store;
  let second: Store;
  let stop: () => unknown;

  beforeAll(async () => {
    const made = await engines[engine]();
    store = await made.open();
    second = await made.open();
    stop = made.stop;
  }, 30_000);

  afterAll(async () => {
    await store.close();
    await second.close();
    await stop();
  });

  const seat = () => ({ participantId: newId(), tokenHash: newId(), role: 'lead' as const, userId: newId() });
  const left = (): Fact => ({ type: 'participant.left', participantId: newId(), reason: 'left' });

  async function begin(extra: Partial<Append> = {}) {
    const sessionId = newId();
    const host = seat();
    const fact: Fact = {
      type: 'session.started',
      sessionId,
      site: 'Obchod Žižka',
      host: { participantId: host.participantId, name: 'Anna' },
      switchedOn: [],
    };
    const by = host.participantId;
    const append = { sessionId, after: 0, at, by, facts: [fact], seats: [host], ...extra };
    expect(await store.append(append)).toMatchObject({ ok: true });
    return { sessionId, host, fact };
  }

  test('facts come back as they went in, in order', async () => {
    const { sessionId, host, fact } = await begin();
    const more = [left(), left()];
    const appended = await store.append({ sessionId, after: 1, at: at + 5, by: 'relay', facts: more });
    const expected: Entry[] = [
      { seq: 1, at, by: host.participantId, fact },
      { seq: 2, at: at + 5, by: 'relay', fact: more[0] ?? fact },
      { seq: 3, at: at + 5, by: 'relay', fact: more[1] ?? fact },
    ];
    expect(appended).toEqual({ ok: true, entries: expected.slice(1) });
    expect(await second.entries(sessionId, 0)).toEqual(expected);
    expect(await store.entries(sessionId, 2)).toEqual(expected.slice(2));
    expect(await store.entries(newId(), 0)).toEqual([]);
  });

  test('of two that build on the same fact, one is told to look again', async () => {
    const { sessionId } = await begin();
    const append = (one: Store) => one.append({ sessionId, after: 1, at, by: 'relay', facts: [left()] });
    const outcomes = await Promise.all([append(store), append(second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, code: 'conflict' });
    expect(await store.entries(sessionId, 0)).toHaveLength(2);
  });

  test('twenty appends at once from two instances leave no gap', async () => {
    const { sessionId } = await begin();
    const persist = async (one: Store): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        const after = (await one.entries(sessionId, 0)).length;
        const appended: Appended = await one.append({ sessionId, after, at, by: 'relay', facts: [left()] });
        if (appended.ok) return;
      }
      throw new Error('never its turn');
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => persist(index % 2 === 0 ? store : second)));
    const seqs = (await store.entries(sessionId, 0)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  test('a command that ran is known, and does not run again', async () => {
    const { sessionId } = await begin();
    const command = newId();
    const act = { sessionId, at, by: 'relay' as const, command, facts: [left()] };
    expect(await store.append({ ...act, after: 1 })).toMatchObject({ ok: true });
    expect(await store.ranCommand(sessionId, command)).toEqual({ by: 'relay', seq: 2 });
    expect(await store.append({ ...act, after: 2 })).toEqual({ ok: false, code: 'conflict' });
    expect(await store.entries(sessionId, 0)).toHaveLength(2);
    expect(await store.ranCommand(newId(), command)).toBeUndefined();
  });

  test('an append is written whole or not at all', async () => {
    const { sessionId } = await begin();
    const knock = seat();
    const append = { sessionId, after: 1, at, by: 'relay' as const, facts: [left()], seats: [knock], spend: newId() };
    expect(await store.append(append)).toEqual({ ok: false, code: 'number.gone' });
    expect(await store.entries(sessionId, 0)).toHaveLength(1);
    expect(await store.seatByToken(knock.tokenHash)).toBeUndefined();
  });

  test('a session number is used once, whoever tries', async () => {
    const { sessionId } = await begin();
    const hash = newId();
    await store.putNumber({ hash, sessionId, expiresAt: at + 1_000 });
    expect(await second.sessionByNumber(hash, at)).toBe(sessionId);
    expect(await store.sessionByNumber(hash, at + 1_000)).toBeUndefined();
    const spend = (one: Store, after: number) =>
      one.append({ sessionId, after, at, by: 'relay', facts: [left()], spend: hash });
    expect(await spend(store, 1)).toMatchObject({ ok: true });
    expect(await spend(second, 2)).toEqual({ ok: false, code: 'number.gone' });
    expect(await store.sessionByNumber(hash, at)).toBeUndefined();
  });

  test('a fresh session number takes the place of the one before', async () => {
    const { sessionId } = await begin();
    const other = await begin();
    const [first, fresh] = [newId(), newId()];
    expect(await store.putNumber({ hash: first, sessionId, expiresAt: at + 1 })).toBe(true);
    expect(await store.putNumber({ hash: fresh, sessionId, expiresAt: at + 1 })).toBe(true);
    expect(await store.sessionByNumber(first, at)).toBeUndefined();
    expect(await store.sessionByNumber(fresh, at)).toBe(sessionId);
    const taken = { hash: fresh, sessionId: other.sessionId, expiresAt: at + 1 };
    expect(await store.putNumber(taken)).toBe(false);
    expect(await store.sessionByNumber(fresh, at)).toBe(sessionId);
  });

  test('[I1] a link is used up once, the number stays beside it, and a new number ends both', async () => {
    const { sessionId } = await begin();
    const [number, code, other] = [newId(), newId(), newId()];
    await store.putNumber({ hash: number, sessionId, expiresAt: at + 1_000 });
    await store.putJoinCode({ hash: code, sessionId, expiresAt: at + 1_000 }, 20);
    await store.putJoinCode({ hash: other, sessionId, expiresAt: at + 1_000 }, 20);
    expect(await second.sessionByNumber(code, at)).toBe(sessionId);
    expect(await store.sessionByNumber(code, at + 1_000)).toBeUndefined();
    const spending = (spend: string, by: Store) =>
      by.append({ sessionId, after: 1, at, by: 'relay', facts: [], spend });
    const spent = await Promise.all([spending(code, store), spending(code, second)]);
    expect(spent.filter(({ ok }) => ok).length).toBe(1);
    expect(await store.sessionByNumber(number, at)).toBe(sessionId);
    await store.putNumber({ hash: newId(), sessionId, expiresAt: at + 1_000 });
    expect(await store.sessionByNumber(other, at)).toBeUndefined();
    expect((await spending(other, store)).ok).toBe(false);
  });

  test('[I1] beyond so many links the oldest goes', async () => {
    const { sessionId } = await begin();
    const codes = [newId(), newId(), newId()];
    for (const [index, hash] of codes.entries()) {
      await store.putJoinCode({ hash, sessionId, expiresAt: at + index + 1 }, 2);
    }
    const known = await Promise.all(codes.map((hash) => second.sessionByNumber(hash, at)));
    expect(known).toEqual([undefined, sessionId, sessionId]);
  });

  test('[I3] a host’s invitation stands until it is dropped or has run out, asked twice it is one', async () => {
    const { sessionId } = await begin();
    const invitation = { sessionId, userId: newId(), participantId: newId(), by: newId(), expiresAt: at + 1_000 };
    await store.putHostInvitation(invitation);
    const again = { ...invitation, by: newId(), expiresAt: at + 2_000 };
    await second.putHostInvitation({ ...again, participantId: newId() });
    expect(await store.hostInvitations(invitation.userId, at)).toEqual([again]);
    expect(await store.hostInvitations(invitation.userId, at + 2_000)).toEqual([]);
    await store.dropHostInvitation(sessionId, invitation.userId);
    expect(await second.hostInvitations(invitation.userId, at)).toEqual([]);
  });

  test('the end of a session takes its number along', async () => {
    const { sessionId, host } = await begin();
    const hash = newId();
    await store.putNumber({ hash, sessionId, expiresAt: at + 1_000 });
    expect(await store.openSessionsOf(host.userId, 10)).toEqual([sessionId]);
    const ended: Fact = { type: 'session.ended', reason: 'ended' };
    await store.append({ sessionId, after: 1, at, by: 'relay', facts: [ended] });
    expect(await store.sessionByNumber(hash, at)).toBeUndefined();
    expect(await store.openSessionsOf(host.userId, 10)).toEqual([]);
  });

  test('a ticket is taken once, also when two instances ask at the same time', async () => {
    const { sessionId, host } = await begin();
    const hash = newId();
    await store.putTicket({ hash, participantId: host.participantId, expiresAt: at + 30_000 });
    const taken = await Promise.all([store.takeTicket(hash, at), second.takeTicket(hash, at)]);
    expect(taken.filter(Boolean)).toEqual([{ sessionId, participantId: host.participantId, role: 'lead' }]);
  });

  test('an expired ticket is worth nothing', async () => {
    const { host } = await begin();
    const hash = newId();
    await store.putTicket({ hash, participantId: host.participantId, expiresAt: at });
    expect(await store.takeTicket(hash, at)).toBeUndefined();
    expect(await store.takeTicket(hash, at - 1)).toBeUndefined();
  });

  test('a new participant token ends the one before', async () => {
    const { sessionId, host } = await begin();
    const token = newId();
    await store.renewToken(host.participantId, token);
    expect(await store.seatByToken(host.tokenHash)).toBeUndefined();
    expect(await store.seatByToken(token)).toMatchObject({ sessionId });
    expect(await store.seatOfUser(sessionId, host.userId)).toMatchObject({ role: 'lead' });
    expect(await store.seatOfUser(sessionId, newId())).toBeUndefined();
  });

  test('a password link is taken once, and a newer one ends it', async () => {
    const userId = newId();
    const [first, newer] = [newId(), newId()];
    await store.putPasswordLink({ hash: first, userId, expiresAt: at + 1 });
    await store.putPasswordLink({ hash: newer, userId, expiresAt: at + 1 });
    expect(await store.takePasswordLink(first, at)).toBeUndefined();
    expect(await store.takePasswordLink(newer, at)).toBe(userId);
    expect(await store.takePasswordLink(newer, at)).toBeUndefined();
  });

  test('sessions left alone are found, those touched are not', async () => {
    const alone = await begin({ at: 1_000 });
    const touched = await begin({ at: 1_000 });
    await store.touch([touched.sessionId], 5_000);
    await store.touch([], 5_000);
    expect(await store.idleSessions(5_000, 10)).toEqual([alone.sessionId]);
    expect(await store.idleSessions(1_000, 10)).toEqual([]);
  });

  test('pruning forgets what has run out and nothing else', async () => {
    const { sessionId, host } = await begin();
    const { participantId } = host;
    const [kept, gone] = [newId(), newId()];
    await store.putTicket({ hash: gone, participantId, expiresAt: at });
    await store.putTicket({ hash: kept, participantId, expiresAt: at + 1 });
    await store.putNumber({ hash: kept, sessionId, expiresAt: at + 1 });
    await store.prune(at);
    expect(await store.takeTicket(gone, 0)).toBeUndefined();
    expect(await store.takeTicket(kept, 0)).toBeDefined();
    expect(await store.sessionByNumber(kept, 0)).toBe(sessionId);
  });

  test('odd text is kept or refused, and breaks nothing', async () => {
    const { sessionId, host } = await begin();
    const { participantId } = host;
    const odd = ["'; drop table fact; --", 'žluťoučký 🐎', '\ud800', String.fromCharCode(0), '\u202e'];
    for (const [index, name] of odd.entries()) {
      const fact: Fact = { type: 'participant.knocked', participantId, name, role: 'customer' };
      await store.append({ sessionId, after: index + 1, at, by: 'relay', facts: [fact] });
    }
    await store.check();
    await expect(second.takeTicket("' or 1=1 --", at)).resolves.toBeUndefined();
  });

  test('a setting is the last that was put, by whichever instance', async () => {
    const name = newId();
    expect(await store.setting(name)).toBeUndefined();
    await store.putSetting(name, '{"a":1}', at);
    await second.putSetting(name, '{"a":2}', at + 1);
    expect(await store.setting(name)).toBe('{"a":2}');
  });
});
