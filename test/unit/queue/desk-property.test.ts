import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldDesk, newDesk } from '../../../shared/queue/fold-desk.ts';
import { deskFromText, deskToText } from '../../../shared/queue/keep-desk.ts';
import { planOf } from '../../../shared/queue/plan.ts';
import { suits } from '../../../shared/queue/serves.ts';
import { beginRun, inbounds, runs, takeStep } from './desk-run.ts';
import { id } from './desk-world.ts';

describe('a desk, whatever happens at it', () => {
  test(
    'nobody is above capacity; no request is lost, given twice, overtaken or forgotten',
    { timeout: 300_000 },
    () => {
      fc.assert(
        fc.property(inbounds, runs, (inbound, steps) => {
          const run = beginRun(inbound);
          for (const [index, step] of steps.entries()) takeStep(run, step, index);
        }),
        { numRuns: 300, endOnFailure: true },
      );
    },
  );

  test('every request that a host may have is accepted in the end', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(inbounds, runs, (inbound, steps) => {
        const run = beginRun(inbound);
        for (const [index, step] of steps.entries()) takeStep(run, step, index);
        const { world } = run;
        const { desk } = world;
        world.come('anna', 'bert', 'cyril', 'dana', 'emil');
        for (let round = 0; round < 600 && desk.waiting.size > 0; round += 1) {
          for (const { id: requestId, offer } of [...desk.waiting.values()]) {
            const [hostId] = offer?.hostIds ?? [];
            if (hostId === undefined) continue;
            world.act({ type: 'accept', requestId, hostId, sessionId: id(`late${round}-${desk.seq}`) });
          }
          for (const host of desk.hosts.values()) {
            for (const sessionId of [...host.sessions.keys()]) {
              world.act({ type: 'give-back', sessionId, hostId: host.id });
            }
          }
          world.pass(4_000);
        }
        const left = [...desk.waiting.values()].filter((request) =>
          [...desk.hosts.keys()].some((hostId) => suits(planOf(inbound), hostId, request)),
        );
        expect(left).toEqual([]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  test('a desk kept as text and folded on is the desk folded at once', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(inbounds, runs, fc.nat(), (inbound, steps, where) => {
        const run = beginRun(inbound);
        for (const [index, step] of steps.entries()) takeStep(run, step, index);
        const { entries, desk } = run.world;
        const cut = where % (entries.length + 1);
        const first = newDesk();
        for (const entry of entries.slice(0, cut)) foldDesk(first, entry);
        const kept = deskFromText(deskToText(first));
        expect(kept).toEqual(first);
        // Some come twice.
        for (const entry of entries.slice(Math.max(0, cut - 5))) foldDesk(kept, entry);
        expect(kept).toEqual(desk);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});
