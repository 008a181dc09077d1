import type { WebSocket } from 'ws';
import { closeSoon, sendMessage } from './relay-socket.ts';

/** All sockets of this instance. */
export interface Sockets {
  /** Counts the socket; call what it gives once the hello is over. */
  opened(ws: WebSocket, addressKey: string): () => void;
  /** Sockets of an address that have not said hello. */
  waiting(addressKey: string): number;
  draining(): boolean;
  /** Sends everybody away, to come back each after another while. Done when all are closed. */
  drain(): Promise<void>;
}

const drainedCode = 1012;

export function createSockets(): Sockets {
  const all = new Set<WebSocket>();
  const waiting = new Map<string, number>();
  let draining = false;

  function countWaiting(key: string, by: number): void {
    const count = (waiting.get(key) ?? 0) + by;
    if (count > 0) waiting.set(key, count);
    else waiting.delete(key);
  }

  return {
    opened(ws, key) {
      all.add(ws);
      ws.once('close', () => all.delete(ws));
      // A frame over the limit: ws has closed with 1009 by itself.
      ws.on('error', () => {});
      countWaiting(key, 1);
      let counted = true;
      return () => {
        if (counted) countWaiting(key, -1);
        counted = false;
      };
    },
    waiting: (key) => waiting.get(key) ?? 0,
    draining: () => draining,
    async drain() {
      draining = true;
      const closed = [...all].map((ws) => {
        sendMessage(ws, { type: 'socket.drained', retryMs: 100 + Math.floor(Math.random() * 900) });
        closeSoon(ws, drainedCode, 'drained');
        return new Promise((resolve) => ws.once('close', resolve));
      });
      await Promise.all(closed);
    },
  };
}
