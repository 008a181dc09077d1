import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export interface SlowLine {
  /** On 127.0.0.1, for UDP. */
  port: number;
  /** Datagrams on their way up so far. */
  sent(): { through: number; lost: number };
  close(): void;
}

interface Line {
  /** Of datagrams, 0…1. */
  loss: number;
  bitsPerSecond: number;
  /** What would have to wait longer is lost, as in a router. */
  queueMs: number;
}

/** A narrow and lossy way up to a UDP server of this machine, a line of its own for each who comes; down all goes through. */
export async function openSlowLine(server: number, { loss, bitsPerSecond, queueMs }: Line): Promise<SlowLine> {
  const own = createSocket('udp4');
  const farEnds = new Map<number, Promise<Socket>>();
  const counts = { through: 0, lost: 0 };
  /** When the line of that port is free again, ms. */
  const freeAt = new Map<number, number>();

  async function openFarEnd(port: number): Promise<Socket> {
    const socket = createSocket('udp4');
    socket.on('message', (bytes) => own.send(bytes, port, '127.0.0.1'));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  }

  own.on('message', (bytes, { port }) => {
    const far = farEnds.get(port) ?? openFarEnd(port);
    farEnds.set(port, far);
    const now = performance.now();
    const waitMs = Math.max(0, (freeAt.get(port) ?? 0) - now);
    if (Math.random() < loss || waitMs > queueMs) {
      counts.lost += 1;
      return;
    }
    counts.through += 1;
    const arrivesIn = waitMs + (bytes.length * 8_000) / bitsPerSecond;
    freeAt.set(port, now + arrivesIn);
    setTimeout(() => void far.then((socket) => socket.send(bytes, server, '127.0.0.1')), arrivesIn);
  });
  own.bind(0, '127.0.0.1');
  await once(own, 'listening');
  return {
    port: own.address().port,
    sent: () => ({ ...counts }),
    close() {
      own.close();
      for (const far of farEnds.values()) void far.then((socket) => socket.close());
    },
  };
}
