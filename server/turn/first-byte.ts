import type { Socket } from 'node:net';

/**
 * Calls with the first byte of a connection, which stays to be read. One that says nothing in time is cut off:
 * until somebody has taken it, nobody else looks after it.
 */
export function firstByte(socket: Socket, withinMs: number, take: (byte: number) => void): void {
  const timer = setTimeout(() => socket.destroy(), withinMs);
  const drop = () => socket.destroy();
  socket.on('error', drop);
  socket.once('close', () => clearTimeout(timer));
  socket.once('readable', () => {
    clearTimeout(timer);
    const chunk: unknown = socket.read();
    if (!Buffer.isBuffer(chunk)) return void socket.destroy();
    socket.unshift(chunk);
    const [byte = 0] = chunk;
    take(byte);
    socket.off('error', drop);
  });
}
