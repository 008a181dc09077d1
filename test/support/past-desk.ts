import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeskStore } from '../../server/store/desk-store.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { DeskFact } from '../../shared/queue/desk-facts.ts';

const hour = 60 * 60_000;

/** A relay's data folder with a past: each hour of the last days some asked, some were accepted, some gave up. */
export async function dataWithPast(queueId: string, hours: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'beside-past-'));
  const { db } = await openDatabase(folder, undefined);
  const store = createDeskStore(db);
  const facts: { at: number; fact: DeskFact }[] = [];
  const begin = Date.now() - hours * hour;
  const tell = (at: number, fact: DeskFact) => void facts.push({ at, fact });
  tell(begin, { type: 'host.changed', hostId: 'past', name: 'Pavla Past', availability: 'away' });
  for (let nth = 0; nth < hours; nth += 1) {
    const busy = Math.round(3 + 3 * Math.sin(nth / 3.8));
    for (let one = 0; one < busy; one += 1) {
      const at = begin + nth * hour + one * 6 * 60_000;
      const requestId = newId();
      const sessionId = newId();
      tell(at, {
        type: 'request.entered',
        requestId,
        queueId,
        name: 'Jan Novák',
        answers: {},
        skills: [],
        hostId: null,
        from: null,
        language: 'en',
        source: newId(),
        since: at,
        sessionId: null,
        note: '',
      });
      const after = at + 20_000 + one * 15_000;
      if (one % 4 === 3) {
        tell(after, { type: 'request.left', requestId, why: 'gone' });
      } else {
        tell(after, { type: 'request.accepted', requestId, hostId: 'past', sessionId });
        tell(after + 4 * 60_000, { type: 'session.given-back', sessionId, hostId: 'past', wrapUpMs: 0 });
      }
    }
  }
  const inOrder = facts.toSorted((a, b) => a.at - b.at);
  for (const [after, { at, fact }] of inOrder.entries()) await store.append({ after, at, facts: [fact] });
  await db.destroy();
  return folder;
}
