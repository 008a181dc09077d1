import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { QueueId } from '../../../../shared/queue/names.ts';
import type { DraftFault } from '../draft-faults.ts';
import { place } from '../place.ts';
import { QueueEditor } from './queue-editor.tsx';
import { QueueList } from './queue-list.tsx';

export interface QueuesProps {
  inbound: Inbound;
  hosts: readonly KnownHost[];
  faults: readonly DraftFault[];
  /** Queues that customers may know by this id. */
  savedIds: ReadonlySet<QueueId>;
  change: (part: Partial<Inbound>) => void;
}

/** The list, or the queue that the place names. */
export function QueuesView(props: QueuesProps) {
  const { queueId } = place.value;
  const at = props.inbound.queues.findIndex(({ id }) => id === queueId);
  return at < 0 ? <QueueList {...props} /> : <QueueEditor {...props} at={at} />;
}
