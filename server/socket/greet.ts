import type { RawData, WebSocket } from 'ws';
import * as v from 'valibot';
import { parseWith } from '../../shared/protocol/codec.ts';
import { type Hello, helloSchema, type SocketFailure } from '../../shared/protocol/relay.ts';
import type { Deps } from '../deps.ts';
import { hashSecret } from '../secrets.ts';
import type { LiveSession } from '../sessions/live-session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Seat } from '../store/store.ts';
import { closeWith } from './relay-socket.ts';

export interface RawMessage {
  data: Buffer;
  binary: boolean;
}

export interface Greeted {
  seat: Seat;
  after: number;
  live: LiveSession;
  /** What came while the ticket was looked up. */
  early: RawMessage[];
}

const helloTypeSchema = v.object({ type: v.literal('socket.hello') });

/**
 * Waits for the first message, which must bring a ticket. Closes the socket and gives null if it does not.
 * The caller goes on listening in the same tick.
 */
export function greet(ws: WebSocket, deps: Deps, sessions: Sessions): Promise<Greeted | null> {
  const { limits, report } = deps;
  return new Promise((resolve) => {
    const early: RawMessage[] = [];
    let hello: Hello | undefined;

    const timer = setTimeout(() => fail('hello.too-late'), limits.helloWithinMs);

    function finish(greeted: Greeted | null): void {
      clearTimeout(timer);
      ws.off('message', hear).off('close', gone);
      if (greeted) ws.resume();
      resolve(greeted);
    }

    function gone(): void {
      finish(null);
    }

    function fail(failure: SocketFailure): void {
      closeWith(ws, failure);
      finish(null);
    }

    function hear(raw: RawData, binary: boolean): void {
      const data = toBuffer(raw);
      if (hello) {
        early.push({ data, binary });
        return;
      }
      const parsed = binary ? undefined : readHello(data.toString('utf8'));
      if (!parsed?.ok) return fail(parsed ? parsed.code : 'hello.expected');
      hello = parsed.hello;
      ws.pause();
      admit(parsed.hello).catch((error: unknown) => {
        report(error);
        ws.terminate();
        finish(null);
      });
    }

    async function admit({ ticket, after }: Hello): Promise<void> {
      const seat = await deps.store.takeTicket(hashSecret(ticket), deps.now());
      if (!seat) return fail('ticket.invalid');
      const live = await sessions.hold(seat.sessionId);
      if (ws.readyState === ws.OPEN) return finish({ seat, after, live, early });
      sessions.release(live);
      finish(null);
    }

    ws.on('message', hear).on('close', gone);
  });
}

function readHello(text: string): { ok: true; hello: Hello } | { ok: false; code: SocketFailure } {
  const hello = parseWith(helloSchema, text);
  if (hello.ok) return { ok: true, hello: hello.message };
  const meant = parseWith(helloTypeSchema, text);
  return { ok: false, code: meant.ok ? 'message.invalid' : 'hello.expected' };
}

export function toBuffer(raw: RawData): Buffer {
  if (Buffer.isBuffer(raw)) return raw;
  return Array.isArray(raw) ? Buffer.concat(raw) : Buffer.from(raw);
}
