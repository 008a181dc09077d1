import { randomInt } from 'node:crypto';
import type { RelayLimits } from '../limits/relay-limits.ts';
import { type Allocation, type AllocationLimits, createAllocation, type NewAllocation } from './allocation.ts';

/** All allocations of this relay. Only those of one session can see each other. */
export interface Allocations {
  add(wanted: Omit<NewAllocation, 'port'>): Allocation | 'quota-reached' | 'no-room';
  remove(allocation: Allocation): void;
  /** The allocation of that number, if it is of the same session. */
  peerOf(allocation: Allocation, port: number): Allocation | undefined;
  count(): number;
}

const firstPort = 1_024;
const endOfPorts = 65_536;

export function createAllocations(
  limits: AllocationLimits & Pick<RelayLimits, 'turnAllocations' | 'turnAllocationsPerParticipant'>,
  now: () => number,
): Allocations {
  const byPort = new Map<number, Allocation>();
  const counts = new Map<string, number>();

  /** At random, so that a number that is free again does not soon mean somebody else. */
  function freePort(): number {
    for (;;) {
      const port = randomInt(firstPort, endOfPorts);
      if (!byPort.has(port)) return port;
    }
  }

  return {
    add(wanted) {
      const { participantId } = wanted.user;
      const count = counts.get(participantId) ?? 0;
      if (count >= limits.turnAllocationsPerParticipant) return 'quota-reached';
      if (byPort.size >= limits.turnAllocations) return 'no-room';
      const allocation = createAllocation({ ...wanted, port: freePort() }, limits, now);
      byPort.set(allocation.port, allocation);
      counts.set(participantId, count + 1);
      return allocation;
    },
    remove({ port, user: { participantId } }) {
      if (!byPort.delete(port)) return;
      const count = counts.get(participantId) ?? 0;
      if (count > 1) counts.set(participantId, count - 1);
      else counts.delete(participantId);
    },
    peerOf(allocation, port) {
      const peer = byPort.get(port);
      return peer && peer.user.sessionId === allocation.user.sessionId && !peer.expired() ? peer : undefined;
    },
    count: () => byPort.size,
  };
}
