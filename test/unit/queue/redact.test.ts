import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskEntry } from '../../../shared/queue/desk-facts.ts';
import type { Desk } from '../../../shared/queue/desk.ts';
import { foldDesk, newDesk } from '../../../shared/queue/fold-desk.ts';
import { deskFromText, deskToText } from '../../../shared/queue/keep-desk.ts';
import { redactDesk, redactFact } from '../../../shared/queue/redact.ts';
import { beginRun, inbounds, runs, takeStep } from './desk-run.ts';
import { aQueue, anInbound, deskWorld, id } from './desk-world.ts';

function folded(entries: readonly DeskEntry[], begin: Desk = newDesk()): Desk {
  for (const entry of entries) foldDesk(begin, entry);
  return begin;
}
const withoutIds = (entries: readonly DeskEntry[], erased: ReadonlySet<string>) =>
  entries.map((entry) => {
    const { fact } = entry;
    return 'requestId' in fact && erased.has(fact.requestId) ? { ...entry, fact: redactFact(fact) } : entry;
  });

describe('[U4] what was said with a request is taken out of the facts', () => {
  test('the fold of redacted facts is the redacted fold, whatever has happened', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(inbounds, runs, fc.func(fc.boolean()), (inbound, steps, isErased) => {
        const run = beginRun(inbound);
        for (const [index, step] of steps.entries()) takeStep(run, step, index);
        const { entries, desk } = run.world;
        const erased = new Set([...run.since.keys()].filter((requestId) => isErased(requestId)));
        for (const requestId of erased) redactDesk(desk, requestId);
        expect(folded(withoutIds(entries, erased))).toEqual(desk);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('who hears of it by a fact, from a snapshot or from the beginning knows the same', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(inbounds, runs, fc.func(fc.boolean()), fc.nat(), (inbound, steps, isErased, where) => {
        const run = beginRun(inbound);
        for (const [index, step] of steps.entries()) takeStep(run, step, index);
        const { world } = run;
        const before = [...world.entries];
        const chosen = [...run.since.keys()].filter((requestId) => isErased(requestId));
        world.do({ type: 'erase', requestIds: chosen });
        const told = world.entries.slice(before.length);
        const erased = new Set(told.flatMap(({ fact }) => (fact.type === 'request.erased' ? [fact.requestId] : [])));
        expect(chosen.filter((one) => !erased.has(one)).every((one) => world.desk.waiting.has(one))).toBe(true);
        const cut = where % (before.length + 1);
        const kept = deskFromText(deskToText(folded(before.slice(0, cut))));
        const rewritten = withoutIds(world.entries, erased);
        expect(folded(rewritten)).toEqual(world.desk);
        expect(folded(rewritten.slice(cut), kept)).toEqual(world.desk);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('nothing that a customer said is in the desk or its facts any more, and who waits is not touched', () => {
    const form = [{ id: 'topic', kind: 'text', label: 'Topic', required: false }] as const;
    const world = deskWorld(anInbound([aQueue({ id: 'sales', form: [...form] })]));
    world.come('anna');
    const answers = { topic: 'PLANTED-answer' };
    const from = { url: 'https://shop.example/PLANTED-url', title: 'PLANTED-title' };
    const said = { name: 'PLANTED-name', answers, from, source: 'PLANTED-source', language: 'PLANTED-language' };
    world.enter('jan', said);
    world.distribute();
    world.do({ type: 'erase', requestIds: [id('jan')] });
    expect(world.request('jan').name).toBe('PLANTED-name');
    world.do({ type: 'accept', requestId: id('jan'), hostId: 'anna', sessionId: id('session') });
    world.do({ type: 'erase', requestIds: [id('jan')] });
    expect(world.desk.accepted.get(id('jan'))).toMatchObject({ hostId: 'anna', request: { queueId: 'sales' } });
    const rewritten = world.entries.map((entry) => ({ ...entry, fact: redactFact(entry.fact) }));
    expect(JSON.stringify(rewritten) + deskToText(world.desk)).not.toContain('PLANTED');
  });
});
