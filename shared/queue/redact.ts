import type { Desk, Waiting } from './desk.ts';
import type { DeskFact, RequestId } from './desk-facts.ts';

type Entered = Extract<DeskFact, { type: 'request.entered' }>;

/** Stands where a name stood: a name is never empty. */
export const erasedName = '–';

/** What a customer, or a host about one, has said. What the desk decides by (queue, skills, times) is not among it. */
const nothingSaid = {
  name: erasedName,
  answers: {},
  from: null,
  language: '',
  source: '',
  note: '',
} as const satisfies Partial<Entered>;

/** The same fact without what was said. Facts of other kinds hold ids, queues and hosts only. */
export const redactFact = (fact: DeskFact): DeskFact =>
  fact.type === 'request.entered' ? { ...fact, ...nothingSaid, answers: {} } : fact;

/** In place: the desk is as if that request had been entered without what was said. */
export function redactDesk(desk: Desk, requestId: RequestId): void {
  const waiting = desk.waiting.get(requestId);
  if (waiting) {
    countSource(desk, waiting.source, -1);
    countSource(desk, nothingSaid.source, 1);
    redact(waiting);
  }
  const accepted = desk.accepted.get(requestId);
  if (accepted) redact(accepted.request);
}

const redact = (request: Waiting): unknown => Object.assign(request, nothingSaid, { answers: {} });

function countSource({ sources }: Desk, source: string, by: 1 | -1): void {
  const count = (sources.get(source) ?? 0) + by;
  if (count > 0) sources.set(source, count);
  else sources.delete(source);
}
