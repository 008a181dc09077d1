import { answerChars } from './form.ts';
import type { Inbound } from './inbound.ts';
import type { HostId, QueueId } from './names.ts';
import { plain } from '../protocol/plain-text.ts';
import type { Queue } from './queue.ts';
import { readNumber } from './read-number.ts';

export interface InboundFault {
  queueId: QueueId;
  where: keyof Queue;
  /** Which one of several; 0 where there is one. */
  at: number;
  what: FaultKind;
}

export type FaultKind =
  | 'queue-unknown'
  | 'host-unknown'
  | 'field-unknown'
  | 'choice-unknown'
  | 'not-a-number'
  | 'to-itself'
  | 'twice'
  | 'no-choices'
  | 'reserved'
  | 'too-long';

/** What fits together nowhere although each part is well formed. `hostIds`: all hosts that there are. */
export function inboundFaults(inbound: Inbound, hostIds: ReadonlySet<HostId>): InboundFault[] {
  const queueIds = new Set(inbound.queues.map(({ id }) => id));
  return inbound.queues.flatMap((queue) =>
    [
      ...memberFaults(queue, hostIds),
      ...escalationFaults(queue, queueIds),
      ...hoursFaults(queue),
      ...formFaults(queue),
      ...ruleFaults(queue, queueIds, hostIds),
    ].map((fault) => ({ queueId: queue.id, ...fault })),
  );
}

type Found = Omit<InboundFault, 'queueId'>;

const repeated = (names: readonly string[]) => names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));

function memberFaults({ members }: Queue, hostIds: ReadonlySet<HostId>): Found[] {
  const ids = (members ?? []).map(({ hostId }) => hostId);
  const unknown = ids.flatMap((id, at): Found[] =>
    hostIds.has(id) ? [] : [{ where: 'members', at, what: 'host-unknown' }],
  );
  return [...unknown, ...repeated(ids).map((at): Found => ({ where: 'members', at, what: 'twice' }))];
}

function escalationFaults({ id, escalation }: Queue, queueIds: ReadonlySet<QueueId>): Found[] {
  if (!escalation) return [];
  if (escalation.queueId === id) return [{ where: 'escalation', at: 0, what: 'to-itself' }];
  return queueIds.has(escalation.queueId) ? [] : [{ where: 'escalation', at: 0, what: 'queue-unknown' }];
}

function hoursFaults({ hours }: Queue): Found[] {
  const dates = (hours?.holidays ?? []).map(({ date }) => date);
  return repeated(dates).map((at): Found => ({ where: 'hours', at, what: 'twice' }));
}

/** What links and buttons give along besides answers, and what a button's attributes say of itself. */
const reservedIds: ReadonlySet<string> = new Set([
  'name',
  'page',
  'title',
  'embed',
  'queue',
  'text',
  'closed-text',
  'element',
]);

function formFaults({ form }: Queue): Found[] {
  const empty = form.flatMap(({ kind, choices }, at): Found[] =>
    kind === 'choice' && !choices?.length ? [{ where: 'form', at, what: 'no-choices' }] : [],
  );
  const twice = repeated(form.map(({ id }) => id)).map((at): Found => ({ where: 'form', at, what: 'twice' }));
  const reserved = form.flatMap(({ id }, at): Found[] =>
    reservedIds.has(id) ? [{ where: 'form', at, what: 'reserved' }] : [],
  );
  return [...empty, ...twice, ...reserved];
}

function ruleFaults(queue: Queue, queueIds: ReadonlySet<QueueId>, hostIds: ReadonlySet<HostId>): Found[] {
  return queue.rules.flatMap(({ when, then }, at): Found[] => {
    const found: Found['what'][] = [];
    const field = queue.form.find(({ id }) => id === when.field);
    const isOrder = when.is === 'less' || when.is === 'greater';
    if (!field) found.push('field-unknown');
    else if (isOrder && readNumber(when.value) === null) found.push('not-a-number');
    else if (field.kind === 'choice' && when.is === 'equals' && !isChoice(field.choices, when.value))
      found.push('choice-unknown');
    else if (when.value.length > answerChars[field.kind]) found.push('too-long');
    if (then.to === 'queue' && then.queueId === queue.id) found.push('to-itself');
    if (then.to === 'queue' && !queueIds.has(then.queueId)) found.push('queue-unknown');
    if (then.to === 'host' && !hostIds.has(then.hostId)) found.push('host-unknown');
    return found.map((what) => ({ where: 'rules', at, what }));
  });
}

const isChoice = (choices: readonly string[] = [], value: string) => choices.some((one) => plain(one) === plain(value));
