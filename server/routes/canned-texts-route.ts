import { Hono } from 'hono';
import type { CannedTexts } from '../../shared/queue/canned-text.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { participantOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

/** `/api/canned-texts`: what hosts of a session may say with one click; customers learn nothing of it. */
export function cannedTextsRoute(deps: Deps, room: DeskRoom): Routes {
  return new Hono<Env>().get('/', participantOnly(deps), async (c) => {
    const { role, sessionId } = c.var.seat;
    if (role === 'customer') return restError(c, 'not-found');
    await room.refresh();
    const { queues, cannedTexts } = room.inbound;
    const serving = [...room.desk.hosts.values()].find(({ sessions }) => sessions.has(sessionId));
    const queueId = serving?.sessions.get(sessionId)?.queueId;
    const queue = queues.find(({ id }) => id === queueId);
    const answer: CannedTexts = {
      queue: queue?.name ?? null,
      texts: [...(queue?.cannedTexts ?? []), ...cannedTexts],
    };
    return c.json(answer);
  });
}
