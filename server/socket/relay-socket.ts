import { WebSocket } from 'ws';
import { closeCodes, type RelayMessage, type SocketFailure } from '../../shared/protocol/relay.ts';

export type { WebSocket } from 'ws';

export function sendMessage(ws: WebSocket, message: RelayMessage): void {
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify(message));
}

/** Says why, and does not wait long for the other side to agree. */
export function closeWith(ws: WebSocket, failure: SocketFailure): void {
  closeSoon(ws, closeCodes[failure], failure);
}

export function closeSoon(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason);
  // A paused socket would not read the other side's close frame.
  ws.resume();
  const timer = setTimeout(() => ws.terminate(), 1_000);
  ws.once('close', () => clearTimeout(timer));
}
