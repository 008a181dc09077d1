import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { OwnTurn } from './turn-settings.ts';
import { firstByte } from './first-byte.ts';
import type { TurnServer } from './turn-server.ts';

/** Where connections that may be TURN come in. */
export interface TurnDoor {
  /** The port to listen on for it; null: that of the relay. */
  readonly port: number | null;
  /** Takes TURN and TLS; what begins otherwise is given to `others`. */
  enter(socket: Socket, others: () => void): void;
  close(): void;
}

/** A STUN message begins with no higher byte; HTTP begins with a letter, TLS with a handshake (RFC 7983). */
const lastStunByte = 3;
const tlsHandshake = 0x16;

/** TURN by TCP, and by TLS where there is a certificate, on one port with each other and with all else. */
export function createTurnDoor(turn: TurnServer, { port, tls }: OwnTurn, withinMs: number): TurnDoor {
  const open = new Set<Socket>();
  const secure =
    tls && createServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key), handshakeTimeout: withinMs });
  secure?.on('secureConnection', (socket) => turn.accept(socket, socket.remoteAddress));

  return {
    port,
    enter(socket, others) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      firstByte(socket, withinMs, (byte) => {
        const mine = byte <= lastStunByte || (byte === tlsHandshake && secure !== null);
        if (mine) socket.setNoDelay(true);
        if (byte <= lastStunByte) turn.accept(socket, socket.remoteAddress);
        else if (mine) secure?.emit('connection', socket);
        else {
          open.delete(socket);
          others();
        }
      });
    },
    close() {
      turn.close();
      for (const socket of open) socket.destroy();
    },
  };
}
