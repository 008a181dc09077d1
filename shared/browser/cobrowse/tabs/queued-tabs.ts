import type { Channel } from '../../link/contract.ts';

export interface QueuedTabs {
  sent(tab: number, channel: Channel, bytes: number): void;
  /** Something of that tab may not have arrived yet. */
  has(tab: number, channel: Channel): boolean;
  /** Nothing of any other tab is under way. */
  hasOnly(tab: number, channel: Channel): boolean;
  forget(channel: Channel): void;
}

interface Line {
  total: number;
  /** How much had been sent when that tab last sent something. */
  last: Map<number, number>;
}

/** Whose messages are under way on a channel that several tabs share, by how many bytes of it are. */
export function createQueuedTabs(unsent: (channel: Channel) => number): QueuedTabs {
  const lines = new Map<Channel, Line>();
  const lineOf = (channel: Channel) => lines.get(channel) ?? { total: 0, last: new Map<number, number>() };
  const isLate = ({ total }: Line, last: number, channel: Channel) => total - last < unsent(channel);

  return {
    sent(tab, channel, bytes) {
      const line = lineOf(channel);
      line.total += bytes;
      line.last.set(tab, line.total);
      lines.set(channel, line);
    },
    has(tab, channel) {
      const line = lineOf(channel);
      return isLate(line, line.last.get(tab) ?? -Infinity, channel);
    },
    hasOnly(tab, channel) {
      const line = lineOf(channel);
      return [...line.last].every(([other, last]) => other === tab || !isLate(line, last, channel));
    },
    forget: (channel) => void lines.delete(channel),
  };
}
