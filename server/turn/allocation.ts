import type { RelayLimits } from '../limits/relay-limits.ts';
import { createTokenBucket } from '../../shared/protocol/token-bucket.ts';
import { createExpiringMap } from './expiring-map.ts';
import type { TurnUser } from './turn-credentials.ts';

/** One virtual address that a participant has, and whom it exchanges data with. */
export interface Allocation {
  readonly port: number;
  readonly username: string;
  readonly user: TurnUser;
  expired(): boolean;
  renew(): void;
  /** False when it has as many as it may. */
  permit(port: number): boolean;
  permits(port: number): boolean;
  /** False when the channel or the peer is bound otherwise, or there is no room. Permits the peer too. */
  bind(channel: number, port: number): 'bound' | 'mismatch' | 'no-room';
  peerOn(channel: number): number | undefined;
  channelTo(port: number): number | undefined;
  /** Whether so many bytes may pass now. */
  spend(bytes: number): boolean;
  /** Data that came from another allocation. */
  deliver(data: Buffer, from: number): void;
}

export type AllocationLimits = Pick<
  RelayLimits,
  'turnAllocationLifeMs' | 'turnPermissionLifeMs' | 'turnChannelLifeMs' | 'turnPeers' | 'turnBytesPerSecond'
>;

export interface NewAllocation {
  port: number;
  username: string;
  user: TurnUser;
  deliver: Allocation['deliver'];
}

export function createAllocation(made: NewAllocation, limits: AllocationLimits, now: () => number): Allocation {
  const { turnPeers, turnChannelLifeMs, turnBytesPerSecond } = limits;
  const permissions = createExpiringMap<number, true>(limits.turnPermissionLifeMs, turnPeers, now);
  const peers = createExpiringMap<number, number>(turnChannelLifeMs, turnPeers, now);
  const channels = createExpiringMap<number, number>(turnChannelLifeMs, turnPeers, now);
  const bucket = createTokenBucket(turnBytesPerSecond, turnBytesPerSecond, now);
  let until = now() + limits.turnAllocationLifeMs;

  return {
    ...made,
    expired: () => until <= now(),
    renew: () => void (until = now() + limits.turnAllocationLifeMs),
    permit: (port) => permissions.set(port, true),
    permits: (port) => permissions.get(port) ?? false,
    bind(channel, port) {
      const [bound, other] = [peers.get(channel), channels.get(port)];
      if ((bound ?? port) !== port || (other ?? channel) !== channel) return 'mismatch';
      const room = permissions.set(port, true) && peers.set(channel, port) && channels.set(port, channel);
      return room ? 'bound' : 'no-room';
    },
    peerOn: (channel) => peers.get(channel),
    channelTo: (port) => channels.get(port),
    spend: (bytes) => bucket.take(bytes),
  };
}
