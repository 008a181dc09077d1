import { Hono } from 'hono';
import * as v from 'valibot';
import type { QueueFace, QueueNames } from '../../shared/protocol/desk.ts';
import { queueIdSchema } from '../../shared/queue/names.ts';
import { openingNow } from '../../shared/queue/opening-now.ts';
import { planOf } from '../../shared/queue/plan.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import { suits } from '../../shared/queue/serves.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import type { Env, Routes } from './env.ts';
import { restError } from './rest-error.ts';

/** `/api/queues`: what anybody may know of a queue before asking for help there. */
export function queueRoutes({ now }: Pick<Deps, 'now'>, room: DeskRoom): Routes {
  const queues = async () => {
    await room.recent();
    return room.inbound.isOn ? room.inbound.queues : [];
  };
  return new Hono<Env>()
    .get('/', async (c) => {
      const on = (await queues()).filter(({ isOn }) => isOn);
      const names: QueueNames = on.map(({ id, name, hours }) => ({
        id,
        name,
        isOpen: openingNow(hours, now()).isOpen,
      }));
      return c.json(names);
    })
    .get('/:queueId', async (c) => {
      const id = v.safeParse(queueIdSchema, c.req.param('queueId'));
      const queue = id.success ? (await queues()).find((one) => one.id === id.output && one.isOn) : undefined;
      return queue ? c.json(queueFace(room, queue, now())) : restError(c, 'not-found');
    });
}

function queueFace({ desk, inbound }: DeskRoom, queue: Queue, now: number): QueueFace {
  const { id, name, origins, description, languages, closedText, nobodyText, isNameAsked, form, hours } = queue;
  const state = openingNow(hours, now);
  const plan = planOf(inbound);
  const anybody = { queueId: id, hostId: null, skills: [] };
  const there = [...desk.hosts.values()].filter(
    (host) => host.availability === 'available' && suits(plan, host.id, anybody),
  );
  return {
    id,
    origins,
    name,
    description,
    languages,
    closedText,
    nobodyText,
    isNameAsked,
    form,
    isOpen: state.isOpen,
    opensAt: state.isOpen ? null : state.next,
    timeZone: hours?.timeZone ?? null,
    isSomebodyThere: there.length > 0,
    hosts: queue.isHostChosen ? there.map((host) => ({ hostId: host.id, name: host.name })) : [],
  };
}
