import { plain } from '../../../../shared/protocol/plain-text.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { QueueId } from '../../../../shared/queue/names.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import { directions, levels, type ShareKind, surfaces } from '../../../../shared/session/share.ts';

export const allKinds: ShareKind[] = surfaces.flatMap((surface) =>
  levels.flatMap((level) => directions.map((direction) => ({ surface, level, direction }))),
);

/** A queue that works at once: everybody serves it, at any time, and all tools are there. */
export const newQueue = (inbound: Inbound, name: string, language: string): Queue => ({
  id: freeQueueId(inbound, toId(name)),
  name,
  description: '',
  isOn: true,
  languages: [language],
  members: null,
  skills: [],
  strategy: 'everybody',
  priority: 0,
  acceptWithinMs: 30_000,
  escalation: null,
  wrapUpMs: 0,
  isChosenByHosts: true,
  isHostChosen: false,
  isPositionShown: true,
  isEstimateShown: true,
  hours: null,
  closedText: '',
  nobodyText: '',
  isNameAsked: true,
  form: [],
  rules: [],
  begin: { surface: 'none', level: 'view', isCalled: false, url: null },
  switchedOn: allKinds,
  origins: [],
  cannedTexts: [],
});

const idChars = 40;

/** `Účty & platby` becomes `ucty-platby`. */
export function toId(name: string): string {
  return (
    plain(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, idChars - 3) || 'queue'
  );
}

/** Whether the id was made of the name, with a number behind it if need be. */
export const isIdOf = (id: QueueId, name: string): boolean =>
  id.startsWith(toId(name)) && /^(-\d+)?$/.test(id.slice(toId(name).length));

export function freeQueueId({ queues }: Inbound, wanted: string): QueueId {
  const taken = new Set(queues.map(({ id }) => id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(id)) return id;
  }
}
