import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import type { DraftFault } from '../draft-faults.ts';

/** What each part of the queue editor is given. */
export interface QueuePart {
  queue: Queue;
  /** The whole draft that the queue is of. */
  inbound: Inbound;
  hosts: readonly KnownHost[];
  /** Of this queue. */
  faults: readonly DraftFault[];
  change: (part: Partial<Queue>) => void;
}
