import type { Inbound } from '../../shared/queue/inbound.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import { everyKind } from '../../shared/session/share.ts';

/** A queue that asks nothing, is always open and is served by every host. */
export const queueOf = (id: string, more: Partial<Queue> = {}): Queue => ({
  id,
  name: id,
  description: '',
  isOn: true,
  languages: ['en'],
  members: null,
  skills: [],
  strategy: 'most-idle',
  priority: 0,
  acceptWithinMs: 30_000,
  escalation: null,
  wrapUpMs: 0,
  isChosenByHosts: false,
  isHostChosen: false,
  isPositionShown: true,
  isEstimateShown: true,
  hours: null,
  closedText: '',
  nobodyText: '',
  isNameAsked: false,
  form: [],
  rules: [],
  begin: { surface: 'none', level: 'view', isCalled: false, url: null },
  switchedOn: [...everyKind],
  origins: [],
  cannedTexts: [],
  ...more,
});

export const inboundOf = (...queues: Queue[]): Inbound => ({
  isOn: true,
  mode: 'multi',
  capacity: 3,
  consoles: ['dashboard', 'tray', 'multi'],
  ageingMs: 60_000,
  queues,
  hosts: [],
  cannedTexts: [],
});
