import type { Duplex } from 'node:stream';
import { addressKey } from '../limits/client-address.ts';
import { createFrameSplitter } from './frame-splitter.ts';
import { type Conversation, createConversation, type TurnDeps } from './turn-conversation.ts';

export interface TurnServer {
  /** A connection that is to speak TURN, be it TCP or what came out of TLS. */
  accept(socket: Duplex, address: string | undefined): void;
  close(): void;
}

interface Connection {
  socket: Duplex;
  conversation: Conversation;
  address: string;
  /** ms since 1970 of when it last had an allocation. */
  usefulAt: number;
}

/** TURN over connections. Their number is bounded, and one that holds no allocation is soon closed. */
export function createTurnServer(deps: TurnDeps): TurnServer {
  const { limits, now } = deps;
  const connections = new Set<Connection>();

  function mayCome(address: string): boolean {
    const waiting = [...connections].filter((one) => one.address === address && !one.conversation.hasAllocation());
    return connections.size < limits.turnConnections && waiting.length < limits.socketsWithoutHelloPerAddress;
  }

  async function serve({ socket, conversation }: Connection): Promise<void> {
    const splitter = createFrameSplitter(limits.turnFrameBytes);
    for await (const chunk of socket) {
      if (!Buffer.isBuffer(chunk)) return;
      for (const frame of splitter.push(chunk)) {
        if (!(await conversation.hear(frame))) return;
      }
    }
  }

  function sendTo(socket: Duplex, bytes: Buffer): boolean {
    if (!socket.writable || socket.writableLength > limits.turnBufferedBytes) return false;
    socket.write(bytes);
    return true;
  }

  const tending = setInterval(() => {
    for (const connection of connections) {
      if (connection.conversation.hasAllocation()) connection.usefulAt = now();
      else if (now() - connection.usefulAt >= limits.helloWithinMs) connection.socket.destroy();
    }
  }, limits.turnTendMs);

  return {
    accept(socket, remote) {
      const address = addressKey(remote ?? '');
      if (!mayCome(address)) return void socket.destroy();
      const conversation = createConversation(deps, (bytes) => sendTo(socket, bytes));
      const connection = { socket, conversation, address, usefulAt: now() };
      connections.add(connection);
      socket.once('close', () => {
        connections.delete(connection);
        conversation.end();
      });
      // Lines break; the close that follows says it all.
      socket.on('error', () => {});
      serve(connection)
        .catch(() => {})
        .finally(() => socket.destroy());
    },
    close() {
      clearInterval(tending);
      for (const { socket } of connections) socket.destroy();
    },
  };
}
