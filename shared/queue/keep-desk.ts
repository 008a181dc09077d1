import * as v from 'valibot';
import { nameSchema, sessionIdSchema } from '../protocol/ids.ts';
import type { Desk, DeskHost, Waiting } from './desk.ts';
import { availabilities, deskFactSchema, requestEnds, requestIdSchema } from './desk-facts.ts';
import { newDesk } from './fold-desk.ts';
import { joinLine } from './lines.ts';
import { hostIdSchema, queueIdSchema } from './names.ts';

const time = v.pipe(v.number(), v.minValue(0));
const { type: _type, requestId: _requestId, ...entered } = deskFactSchema.options[0].entries;

const waitingSchema = v.strictObject({
  ...entered,
  id: requestIdSchema,
  seq: time,
  inQueueSince: time,
  been: v.array(queueIdSchema),
  offer: v.nullable(v.strictObject({ hostIds: v.array(hostIdSchema), since: time, until: time })),
  passedBy: v.array(hostIdSchema),
  passedAt: time,
});

const hostSchema = v.strictObject({
  id: hostIdSchema,
  name: nameSchema,
  availability: v.picklist(availabilities),
  sessions: v.array(v.tuple([sessionIdSchema, v.strictObject({ queueId: v.nullable(queueIdSchema), since: time })])),
  wrapUpUntil: time,
  idleSince: time,
  offeredAt: time,
  missed: time,
  missedAt: time,
});

/** A desk as it is kept in the store; what can be found again from the rest is not. */
const keptDeskSchema = v.strictObject({
  version: v.literal(1),
  seq: time,
  waiting: v.array(waitingSchema),
  hosts: v.array(hostSchema),
  pace: v.array(
    v.tuple([queueIdSchema, v.strictObject({ handlingMs: v.nullable(time), lastWaitMs: v.nullable(time) })]),
  ),
  accepted: v.array(
    v.tuple([
      requestIdSchema,
      v.strictObject({
        sessionId: sessionIdSchema,
        hostId: hostIdSchema,
        hostName: nameSchema,
        at: time,
        request: waitingSchema,
      }),
    ]),
  ),
  left: v.array(v.tuple([requestIdSchema, v.picklist(requestEnds)])),
});
type KeptDesk = v.InferOutput<typeof keptDeskSchema>;

export function deskToText({ seq, waiting, hosts, pace, accepted, left }: Desk): string {
  const kept: KeptDesk = {
    version: 1,
    seq,
    waiting: [...waiting.values()].map(keptWaiting),
    hosts: [...hosts.values()].map(({ offers: _offers, sessions, ...host }) => ({
      ...host,
      sessions: [...sessions],
    })),
    pace: [...pace],
    accepted: [...accepted].map(([id, one]) => [id, { ...one, request: keptWaiting(one.request) }]),
    left: [...left],
  };
  return JSON.stringify(kept);
}

const keptWaiting = ({ been, passedBy, offer, ...request }: Waiting): KeptDesk['waiting'][number] => ({
  ...request,
  been: [...been],
  passedBy: [...passedBy],
  offer: offer && { ...offer, hostIds: [...offer.hostIds] },
});

/** Throws when the text is not of a desk of this version: then all facts have to be folded. */
export function deskFromText(text: string): Desk {
  const { seq, waiting, hosts, pace, accepted, left } = v.parse(keptDeskSchema, JSON.parse(text));
  const desk: Desk = {
    ...newDesk(),
    seq,
    hosts: new Map(hosts.map((host) => [host.id, toHost(host)])),
    pace: new Map(pace),
    accepted: new Map(accepted),
    left: new Map(left),
  };
  for (const request of waiting) comeBack(desk, request);
  return desk;
}

const toHost = ({ sessions, ...host }: KeptDesk['hosts'][number]): DeskHost => ({
  ...host,
  sessions: new Map(sessions),
  offers: new Set(),
});

function comeBack(desk: Desk, request: Waiting): void {
  desk.waiting.set(request.id, request);
  joinLine(desk, request);
  desk.sources.set(request.source, (desk.sources.get(request.source) ?? 0) + 1);
  for (const hostId of request.offer?.hostIds ?? []) desk.hosts.get(hostId)?.offers.add(request.id);
}
