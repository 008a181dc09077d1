import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * WebSockets at `/wire?room=NAME&side=customer|host`: what one side of a room says, all of its other side hear.
 * Gives what ends them all.
 */
export function joinRooms(server: Server): () => void {
  const seats = new Map<WebSocket, { room: string | null; side: string | null }>();
  const sockets = new WebSocketServer({
    server,
    path: '/wire',
    perMessageDeflate: false,
    maxPayload: 256 * 1024 * 1024,
  });
  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'http://rig').searchParams;
    const seat = { room: query.get('room'), side: query.get('side') };
    seats.set(socket, seat);
    socket.on('close', () => seats.delete(socket));
    socket.on('message', (data, isBinary) => {
      for (const [other, { room, side }] of seats) {
        if (room === seat.room && side !== seat.side) other.send(data, { binary: isBinary });
      }
    });
  });
  return () => {
    for (const socket of seats.keys()) socket.terminate();
    sockets.close();
  };
}
