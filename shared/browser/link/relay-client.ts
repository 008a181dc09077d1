import { type ReadonlySignal, signal as createSignal } from '@preact/signals';
import { parseRelayMessage } from '../../protocol/relay-codec.ts';
import { limits, protocolVersion } from '../../protocol/limits.ts';
import { type ClientMessage, closeCodes, type RelayMessage } from '../../protocol/relay.ts';
import { backOffMs } from './back-off.ts';
import { pauseFor } from './pause-for.ts';

/** `unreachable` is tried again; the others are final. */
export type TicketResult =
  | { ok: true; ticket: string }
  | { ok: false; code: 'auth.required' | 'session.ended' | 'unreachable' };

/** `replaced`: another window has taken this seat over. `aborted`: the owner wanted no more. */
export type StopReason = 'auth.required' | 'session.ended' | 'replaced' | 'aborted';

export type SocketState = { phase: 'connecting' | 'open' | 'waiting' } | { phase: 'stopped'; reason: StopReason };

export interface RelayClientOptions {
  /** `ws:` or `wss:` address of the socket. */
  url: string;
  /** Only the control socket has pings, so only there is silence a sign of death. */
  kind: 'control' | 'bulk';
  getTicket: (signal: AbortSignal) => Promise<TicketResult>;
  /** The last sequence number that is known here. */
  after: () => number;
  onMessage: (message: RelayMessage) => void;
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void;
  signal: AbortSignal;
  /** Its `online` event is a reason to try at once. */
  network: EventTarget;
  random?: () => number;
  deadAfterMs?: number;
}

type Ending = { type: 'stop'; reason: StopReason } | { type: 'retry'; openMs: number; waitMs?: number };

/** A socket that lived this long was a success; the next try comes quickly. */
const steadyMs = 2_000;

/**
 * One socket to the relay that comes back by itself: it says hello with a fresh ticket, and is open once welcomed.
 * Tries for ever until it is aborted or told something final.
 */
export function createRelayClient(options: RelayClientOptions) {
  const { signal, random = Math.random, deadAfterMs = limits.deadAfterMs } = options;
  const state = createSignal<SocketState>({ phase: 'connecting' });
  let socket: WebSocket | null = null;

  async function run(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      state.value = { phase: 'connecting' };
      const ending = await connect();
      if (ending.type === 'stop') {
        state.value = { phase: 'stopped', reason: ending.reason };
        return;
      }
      if (ending.openMs >= steadyMs) attempt = 0;
      state.value = { phase: 'waiting' };
      await pauseFor((ending.waitMs ?? 0) + backOffMs(attempt, random), options.network, signal);
    }
  }

  async function connect(): Promise<Ending> {
    if (signal.aborted) return { type: 'stop', reason: 'aborted' };
    const got = await options.getTicket(signal);
    if (signal.aborted) return { type: 'stop', reason: 'aborted' };
    if (got.ok) return serve(got.ticket);
    return got.code === 'unreachable' ? { type: 'retry', openMs: 0 } : { type: 'stop', reason: got.code };
  }

  /** From the first byte of one socket to its end. */
  function serve(ticket: string): Promise<Ending> {
    const { promise, resolve } = Promise.withResolvers<Ending>();
    const ended = new AbortController();
    const ws = new WebSocket(options.url);
    ws.binaryType = 'arraybuffer';
    let silence: ReturnType<typeof setTimeout> | undefined;
    let openedAt: number | null = null;
    const openMs = () => (openedAt === null ? 0 : performance.now() - openedAt);

    function end(ending: Ending): void {
      clearTimeout(silence);
      ended.abort();
      if (socket === ws) socket = null;
      ws.close();
      resolve(ending);
    }

    function expectMore(): void {
      clearTimeout(silence);
      if (options.kind === 'bulk' && openedAt !== null) return;
      silence = setTimeout(() => end({ type: 'retry', openMs: openMs() }), deadAfterMs);
    }

    function hear(message: RelayMessage): void {
      if (message.type === 'socket.ping') say(ws, { type: 'socket.pong', at: message.at });
      if (message.type === 'socket.drained') return end({ type: 'retry', openMs: openMs(), waitMs: message.retryMs });
      if (message.type === 'socket.welcomed') {
        openedAt = performance.now();
        socket = ws;
        state.value = { phase: 'open' };
      }
      options.onMessage(message);
    }

    const listening = { signal: ended.signal };
    ws.addEventListener(
      'open',
      () => say(ws, { type: 'socket.hello', protocol: protocolVersion, ticket, after: options.after() }),
      listening,
    );
    ws.addEventListener(
      'message',
      ({ data }: MessageEvent<unknown>) => {
        if (data instanceof ArrayBuffer) {
          options.onBytes(new Uint8Array(data));
        } else if (typeof data === 'string') {
          const parsed = parseRelayMessage(data);
          if (parsed.ok) hear(parsed.message);
        }
        if (!ended.signal.aborted) expectMore();
      },
      listening,
    );
    ws.addEventListener('close', ({ code }) => end(endingOf(code, openMs())), listening);
    signal.addEventListener('abort', () => end({ type: 'stop', reason: 'aborted' }), listening);
    expectMore();
    return promise;
  }

  void run();

  return {
    state: state as ReadonlySignal<SocketState>,
    /** False when the socket is not open: the caller keeps what matters. */
    send(data: ClientMessage | Uint8Array<ArrayBuffer>): boolean {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      if (data instanceof Uint8Array) socket.send(data);
      else say(socket, data);
      return true;
    },
    /** Bytes that have not left the browser. */
    bufferedBytes: (): number => socket?.bufferedAmount ?? 0,
  };
}

export type RelayClient = ReturnType<typeof createRelayClient>;

function say(ws: WebSocket, message: ClientMessage): void {
  ws.send(JSON.stringify(message));
}

function endingOf(code: number, openMs: number): Ending {
  if (code === closeCodes.replaced) return { type: 'stop', reason: 'replaced' };
  if (code === closeCodes['session.ended']) return { type: 'stop', reason: 'session.ended' };
  return { type: 'retry', openMs };
}
