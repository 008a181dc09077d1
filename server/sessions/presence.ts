import type { ParticipantId } from '../../shared/protocol/ids.ts';

/** Who has a control socket, and on which instance. */
export interface Presence {
  online(): ParticipantId[];
  /** Those with a socket on the given instance. */
  on(instance: string): ParticipantId[];
  /** True when the participant came online or went offline by this. */
  change(instance: string, participantId: ParticipantId, online: boolean): boolean;
}

export function createPresence(): Presence {
  const where = new Map<ParticipantId, Set<string>>();
  return {
    online: () => [...where.keys()],
    on: (instance) => [...where].filter(([, instances]) => instances.has(instance)).map(([id]) => id),
    change(instance, participantId, online) {
      const before = where.has(participantId);
      const instances = where.get(participantId) ?? new Set();
      if (online) where.set(participantId, instances.add(instance));
      else if (instances.delete(instance) && instances.size === 0) where.delete(participantId);
      return before !== where.has(participantId);
    },
  };
}
