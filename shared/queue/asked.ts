import * as v from 'valibot';
import { nameSchema } from '../protocol/ids.ts';
import type { Waiting } from './desk.ts';
import { askedFromSchema, requestIdSchema } from './desk-facts.ts';
import { hostIdSchema, queueIdSchema } from './names.ts';
import type { Plan } from './plan.ts';

/** A request as a host sees it before it is accepted. */
export const askedSchema = v.strictObject({
  requestId: requestIdSchema,
  queueId: queueIdSchema,
  queueName: v.string(),
  name: nameSchema,
  /** In the order of the form. */
  answers: v.array(v.strictObject({ field: v.string(), label: v.string(), answer: v.string() })),
  from: v.nullable(askedFromSchema),
  language: v.string(),
  since: v.number(),
  /** It is meant for this host alone. */
  hostId: v.nullable(hostIdSchema),
  /** Another host hands on a session that goes on. */
  isHandedOn: v.boolean(),
  note: v.string(),
});
export type Asked = v.InferOutput<typeof askedSchema>;

/** Of all answers together; with what a list of requests shows it stays within what a host's window reads at once. */
export const answersShownChars = { offered: 12_000, listed: 1_000 } as const;

export function askedOf(plan: Plan, request: Waiting, shownChars: number = answersShownChars.listed): Asked {
  const { id, queueId, name, from, language, since, hostId, sessionId, note } = request;
  const queue = plan.queues.get(queueId)?.queue;
  const labels = new Map(queue?.form.map((field) => [field.id, field.label]));
  const order = [...labels.keys()];
  const answers = Object.entries(request.answers)
    .map(([field, answer]) => ({ field, label: labels.get(field) ?? field, answer }))
    // What only the queue knows that it came from asked comes last.
    .toSorted((a, b) => rank(order, a.field) - rank(order, b.field));
  let left = shownChars;
  const shown = answers.flatMap((one) => {
    if (left === 0) return [];
    const answer = one.answer.length > left ? `${one.answer.slice(0, left)}…` : one.answer;
    left = Math.max(0, left - one.answer.length);
    return [{ ...one, answer }];
  });
  return {
    requestId: id,
    queueId,
    queueName: queue?.name ?? queueId,
    name,
    answers: shown,
    from,
    language,
    since,
    hostId,
    isHandedOn: sessionId !== null,
    note,
  };
}

const rank = (order: readonly string[], field: string): number => {
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
};
