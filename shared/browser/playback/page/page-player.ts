import { type ReadonlySignal, signal } from '@preact/signals';
import type { FromPlayer, ToPlayer } from '../../cobrowse/play/player-messages.ts';
import { openPlayerPort } from '../../cobrowse/play/player-port.ts';
import type { FromPageWorker, PageSight, ToPageWorker } from './page-messages.ts';
import type { TextHit } from './text-index.ts';

/** The parts of a worker that are used. */
export interface PageWorker {
  postMessage(message: ToPageWorker, given: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromPageWorker>) => void) | null;
  terminate(): void;
}

export interface PagePlayer {
  /** To the player page, which shows from now on what was sought last. Returns how to let go of it. */
  attach(port: MessagePort): () => void;
  /** Of what is recorded, for the worker to read. */
  feed(message: ToPageWorker): void;
  /** Resolves once the page is shown as it was then; what is asked for later goes before. */
  seek(at: number): Promise<void>;
  /** And what happened up to then. */
  advance(to: number): void;
  find(text: string): Promise<TextHit[]>;
  sight: ReadonlySignal<PageSight>;
  /** How far it has been read, and what is known of it so far. */
  known: ReadonlySignal<Known>;
  /** Where playing cannot go on, or a part is not shown. */
  problem: ReadonlySignal<'damaged' | 'cut' | 'full' | null>;
}
export interface Known {
  until: number;
  active: ReadonlySet<number>;
  missing: readonly [from: number, to: number][];
  isSeeking: boolean;
}

type Reach = NonNullable<Extract<FromPageWorker, { type: 'steps' }>['reach']>;

interface Deps {
  worker: PageWorker;
  signal: AbortSignal;
}

const nothingYet: PageSight = { title: '', url: '', blank: 'stopped' };
/** A page that breaks the player each time is not tried for ever. */
const triesAtMost = 2;

/** Plays recorded pages in the strict player page: the worker reads, this hands over, and nothing is looked into here. */
export function createPagePlayer({ worker, signal: life }: Deps): PagePlayer {
  const sight = signal(nothingYet);
  const known = signal<Known>({ until: -1, active: new Set(), missing: [], isSeeking: false });
  const problem = signal<'damaged' | 'cut' | 'full' | null>(null);
  const sheets: ToPlayer[] = [];
  const finds = new Map<number, (hits: TextHit[]) => void>();
  /** Null: the player page is not there yet; what it will show is read meanwhile. */
  let port: ReturnType<typeof openPlayerPort> | null = null;
  let asked = 0;
  let number = 0;
  let at = 0;
  let isAdvancing = false;
  let next: number | null = null;
  let tries = 0;
  /** What the player shows nobody knows. */
  let hasFailed = false;
  let done: (() => void) | null = null;
  /**
   * The seek on its way to the worker, and from there to the picture; of those that come meanwhile the last one goes
   * next. `reach`: what the player applies last of it.
   */
  let flight: { number: number; at: number; reach: Reach | null } | null = null;

  const post = (message: ToPageWorker, given: Transferable[] = []) => worker.postMessage(message, given);
  const patch = (change: Partial<Known>) => (known.value = { ...known.peek(), ...change });

  function arrive() {
    patch({ isSeeking: false });
    done?.();
    done = null;
  }
  function begin(to: number) {
    number += 1;
    at = to;
    isAdvancing = false;
    next = null;
    patch({ isSeeking: true });
    // What has not been read yet is answered who knows when.
    const isAnswered = flight !== null && flight.at <= known.peek().until;
    if (port && !isAnswered) ask();
  }
  function ask() {
    flight = { number, at, reach: null };
    post({ type: 'seek', number, at, isFresh: hasFailed });
    hasFailed = false;
  }
  function land(landed: number) {
    flight = null;
    if (landed === number) arrive();
    else if (port) ask();
  }

  function hear(message: FromPlayer) {
    if (message.type === 'player.applied') {
      tries = 0;
      const reach = flight?.reach;
      if (flight && reach?.documentId === message.documentId && message.seq >= reach.seq) land(flight.number);
    } else if (message.type === 'player.cut') {
      problem.value = 'cut';
      hasFailed = true;
    } else if (message.type === 'player.failed') {
      tries += 1;
      hasFailed = true;
      if (tries > triesAtMost || message.code === 'page-too-large') {
        problem.value = 'damaged';
        return land(number);
      }
      beginAnew();
    }
  }
  function beginAnew() {
    hasFailed = true;
    flight = null;
    // It may have let go of a sheet that is named again.
    for (const sheet of sheets) port?.post(copy(sheet));
    begin(at);
  }
  function attach(to: MessagePort) {
    const own = new AbortController();
    const opened = openPlayerPort(to, AbortSignal.any([life, own.signal]), hear);
    port = opened;
    beginAnew();
    return () => {
      own.abort();
      if (port === opened) port = null;
    };
  }

  worker.onmessage = ({ data }) => {
    if (life.aborted) return;
    switch (data.type) {
      case 'sheets':
        sheets.push(data.message);
        return port?.post(copy(data.message));
      case 'late':
        return port?.post(data.message);
      case 'found':
        finds.get(data.number)?.(data.hits);
        return void finds.delete(data.number);
      case 'full':
        problem.value = 'full';
        return undefined;
      case 'read': {
        const { active, missing } = known.peek();
        const seconds = new Set(active);
        for (const second of data.active) seconds.add(second);
        patch({ until: data.until, active: seconds, missing: [...missing, ...data.missing] });
        return undefined;
      }
      case 'steps':
        return steps(data);
    }
  };
  function steps(data: Extract<FromPageWorker, { type: 'steps' }>) {
    // Also those of a seek that has been overtaken: what the worker says next builds upon them.
    for (const message of data.messages) port?.post(message, 'events' in message ? [message.events.buffer] : []);
    sight.value = data.sight;
    const isNewest = data.number === number;
    if (isNewest) at = data.at;
    if (!data.isSeek) {
      if (isNewest) isAdvancing = false;
      if (isNewest && next !== null) advance(next);
      return;
    }
    if (isNewest && data.sight.blank === null && !hasFailed) problem.value = null;
    if (flight?.number !== data.number) return;
    flight.reach = data.reach;
    if (!data.reach) land(data.number);
  }
  function advance(target: number) {
    if (isAdvancing || known.peek().isSeeking) {
      next = target;
      return;
    }
    next = null;
    isAdvancing = true;
    post({ type: 'advance', number, to: target });
  }
  life.addEventListener('abort', () => worker.terminate());

  return {
    attach,
    feed: (message) => post(message, message.type === 'bytes' ? [message.bytes.buffer] : []),
    seek(target) {
      tries = 0;
      done?.();
      const arrived = new Promise<void>((resolve) => (done = resolve));
      begin(target);
      return arrived;
    },
    advance,
    find(text) {
      asked += 1;
      const own = asked;
      post({ type: 'find', number: own, text });
      return new Promise((resolve) => finds.set(own, resolve));
    },
    sight,
    known,
    problem,
  };
}

/** The player takes what it gets away. */
const copy = (message: ToPlayer): ToPlayer =>
  message.type === 'player.sheets' ? { ...message, sheets: message.sheets.slice() } : message;
