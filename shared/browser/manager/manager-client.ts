import * as v from 'valibot';
import { managerProtocol } from '../../protocol/manager-limits.ts';
import {
  type ManagerCommand,
  type ManagerFact,
  managerFactSchema,
  type ManagerFailure,
  type ManagerInput,
  type ManagerQuestion,
  type NativeSurface,
  type UnfitCode,
} from '../../protocol/manager.ts';
import type { FolderQuestion } from '../../protocol/folder.ts';
import type { PictureSize } from '../../protocol/screen-patch.ts';
import type { ManagerPort } from './manager-port.ts';

type Fact<T extends ManagerFact['type']> = Extract<ManagerFact, { type: T }>;
type Told<T extends ManagerFact['type']> = Omit<Fact<T>, 'type' | 'id'>;
export type ManagerAnswer<T> = { ok: true; value: T } | { ok: false; code: ManagerFailure | 'closed' };
/** What happens to a grant, unasked. */
export type ManagerNews = Fact<
  'manager.dropped' | 'manager.suspended' | 'manager.resumed' | 'manager.lapsed' | 'manager.ended'
>;
/** What it sees on the screen that it watches. */
export type ManagerSight = Fact<'manager.changed' | 'manager.unchanged' | 'manager.unwatched'>;

type OpenedFolder =
  | { ok: true; name: string }
  | { ok: false; code: Told<'manager.folder-refused'>['code'] | ManagerFailure | 'closed' };

/** One running Support Manager. All its words are checked; it does nothing without a grant of its owner's. */
export interface ManagerClient {
  readonly about: Told<'manager.welcomed'>;
  surfaces(): Promise<ManagerAnswer<Told<'manager.listed'>>>;
  system(): Promise<ManagerAnswer<Told<'manager.system-told'>>>;
  /** Control of one surface begins. Renew it at least once in `limits.leaseMs`, for as long as the viewer does. */
  control(grant: string, surface: NativeSurface): Promise<ManagerAnswer<null>>;
  renew(grant: string): void;
  /** Nothing is answered; what could not be done is news. */
  input(input: ManagerInput): void;
  end(grant: string): void;
  /** While a question of consent is open. */
  pause(paused: boolean): void;
  raise(grant: string): Promise<ManagerAnswer<null>>;
  readClipboard(grant: string): Promise<ManagerAnswer<string>>;
  writeClipboard(grant: string, text: string): Promise<ManagerAnswer<null>>;
  /** The person's usual folders. */
  folderPlaces(): Promise<ManagerAnswer<Told<'manager.folder-placed'>['places']>>;
  /** Opens the folder that the person has chosen, for that grant. */
  openFolder(grant: string, path: string, canWrite: boolean): Promise<OpenedFolder>;
  /** Bytes go and come as base64. */
  askFolder(grant: string, ask: FolderQuestion, bytes?: string): Promise<ManagerAnswer<Told<'manager.folder-told'>>>;
  closeFolder(grant: string): void;
  onNews(handler: (news: ManagerNews) => void, signal: AbortSignal): void;
  /** It tells what changes on the controlled screen, one message at a time; where `about.watches`. */
  watch(grant: string, size: PictureSize, bytesPerSecond: number): Promise<ManagerAnswer<null>>;
  /** The latest has gone on. */
  watchNext(grant: string): void;
  endWatch(grant: string): void;
  onSight(handler: (sight: ManagerSight) => void, signal: AbortSignal): void;
  /** All that is held is let go. */
  close(): void;
}

export type Opened = { ok: true; client: ManagerClient } | { ok: false; code: 'missing' | UnfitCode };

interface Options {
  open(): ManagerPort;
  /** It has ended by itself. */
  onClosed(): void;
}

/** A program that says nothing for so long is not ours. */
const welcomeWithinMs = 10_000;

/** Starts a Support Manager and greets it. */
export async function openManager({ open, onClosed }: Options): Promise<Opened> {
  let port: ManagerPort;
  try {
    port = open();
  } catch {
    // Without the permission there is no such function.
    return { ok: false, code: 'missing' };
  }
  const news = new Set<(news: ManagerNews) => void>();
  const sights = new Set<(sight: ManagerSight) => void>();
  const asked = new Map<number, (fact: ManagerFact | null) => void>();
  let nextId = 1;
  let unfit: UnfitCode | null = null;
  let isOpen = true;
  let greeted = false;

  function closed() {
    if (!isOpen) return;
    isOpen = false;
    for (const answer of asked.values()) answer(null);
    asked.clear();
    if (greeted) onClosed();
  }

  function close() {
    if (!isOpen) return;
    greeted = false;
    port.close();
    closed();
  }

  function hear(fact: ManagerFact) {
    if (fact.type === 'manager.unfit') unfit = fact.code;
    else if ('id' in fact) {
      asked.get(fact.id)?.(fact);
      asked.delete(fact.id);
    } else if (isSight(fact)) for (const handler of sights) handler(fact);
    else for (const handler of news) handler(fact);
  }

  port.onMessage((raw) => {
    const parsed = v.safeParse(managerFactSchema, raw);
    if (parsed.success) hear(parsed.output);
    else close();
  });
  port.onClose(closed);

  const post = (command: ManagerCommand) => {
    if (!isOpen) return;
    try {
      port.post(command);
    } catch {
      // It has ended and the browser has not yet said so.
    }
  };
  type Asked = ManagerQuestion extends infer Q ? (Q extends { id: number } ? Omit<Q, 'id'> : never) : never;
  async function ask<T extends ManagerFact['type'], R>(
    question: Asked,
    type: T,
    read: (fact: Fact<T>) => R,
    otherwise: (fact: ManagerFact) => void = () => undefined,
  ): Promise<ManagerAnswer<R>> {
    const id = nextId++;
    const answered = new Promise<ManagerFact | null>((resolve) => asked.set(id, resolve));
    if (!isOpen) return { ok: false, code: 'closed' };
    post({ ...question, id } as ManagerQuestion);
    const fact = await answered;
    if (fact?.type === type) return { ok: true, value: read(fact as Fact<T>) };
    if (fact) otherwise(fact);
    return { ok: false, code: fact?.type === 'manager.failed' ? fact.code : 'closed' };
  }
  const done = (question: Asked) => ask(question, 'manager.done', () => null);

  const giveUp = setTimeout(close, welcomeWithinMs);
  const hello = { type: 'manager.hello', protocol: managerProtocol } as const;
  const welcome = await ask(hello, 'manager.welcomed', ({ type: _type, id: _id, ...about }) => about);
  clearTimeout(giveUp);
  if (!welcome.ok) {
    close();
    return { ok: false, code: unfit ?? 'missing' };
  }
  greeted = true;

  return {
    ok: true,
    client: {
      about: welcome.value,
      surfaces: () =>
        ask({ type: 'manager.surfaces' }, 'manager.listed', ({ screens, windows }) => ({ screens, windows })),
      system: () => ask({ type: 'manager.system' }, 'manager.system-told', ({ type: _type, id: _id, ...told }) => told),
      control: (grant, surface) => done({ type: 'manager.control', grant, surface }),
      renew: (grant) => post({ type: 'manager.renew', grant }),
      input: post,
      end: (grant) => post({ type: 'manager.end', grant }),
      pause: (paused) => post({ type: 'manager.pause', paused }),
      raise: (grant) => done({ type: 'manager.raise', grant }),
      readClipboard: (grant) => ask({ type: 'manager.clipboard-read', grant }, 'manager.clipboard', ({ text }) => text),
      writeClipboard: (grant, text) => done({ type: 'manager.clipboard-write', grant, text }),
      folderPlaces: () => ask({ type: 'manager.folder-places' }, 'manager.folder-placed', ({ places }) => places),
      async openFolder(grant, path, canWrite) {
        let refused: Told<'manager.folder-refused'>['code'] | null = null;
        const opened = await ask(
          { type: 'manager.folder-open', grant, path, canWrite },
          'manager.folder-opened',
          ({ name }) => name,
          (fact) => {
            if (fact.type === 'manager.folder-refused') refused = fact.code;
          },
        );
        return opened.ok ? { ok: true, name: opened.value } : { ok: false, code: refused ?? opened.code };
      },
      askFolder: (grant, question, bytes) =>
        ask(
          { type: 'manager.folder-ask', grant, ask: question, ...(bytes !== undefined && { bytes }) },
          'manager.folder-told',
          ({ type: _type, id: _id, ...told }) => told,
        ),
      closeFolder: (grant) => post({ type: 'manager.folder-close', grant }),
      onNews: (handler, signal) => listen(news, handler, signal),
      watch: (grant, size, bytesPerSecond) => done({ type: 'manager.watch', grant, size, bytesPerSecond }),
      watchNext: (grant) => post({ type: 'manager.watch-next', grant }),
      endWatch: (grant) => post({ type: 'manager.watch-end', grant }),
      onSight: (handler, signal) => listen(sights, handler, signal),
      close,
    },
  };
}

const isSight = (fact: ManagerSight | ManagerNews): fact is ManagerSight =>
  fact.type === 'manager.changed' || fact.type === 'manager.unchanged' || fact.type === 'manager.unwatched';

function listen<H>(handlers: Set<H>, handler: H, signal: AbortSignal): void {
  if (signal.aborted) return;
  handlers.add(handler);
  signal.addEventListener('abort', () => handlers.delete(handler));
}
