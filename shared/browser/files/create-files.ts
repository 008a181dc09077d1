import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import { type FilePolicy, mayPublishAny } from '../../protocol/file-policy.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { newId } from '../../protocol/new-id.ts';
import {
  type FileAudience,
  filePolicyOf,
  fileWith,
  isFileFor,
  mayPublish,
  type PublishedFile,
} from '../../session/file.ts';
import { cleanFileName } from '../../session/file-name.ts';
import type { SessionClient } from '../link/session-client.ts';
import type { WayBook } from '../link/way-book.ts';
import { saveBlob } from '../ui/save-file.ts';
import { createFileFetcher } from './fetch-files.ts';
import type { FileDisk } from './file-disk.ts';
import { createFileEnds } from './file-ends.ts';
import { type FileRow, fileRows, isDisguised } from './file-rows.ts';
import type { FileKeeper } from './kept-files.ts';
import { createOwnPublished } from './own-published.ts';

/** What could not be published, or chosen again, and why. */
export interface FileProblem {
  name: string;
  code: string;
}

export interface OwnFiles {
  rows: ReadonlySignal<readonly FileRow[]>;
  /** Of others, and neither looked at nor fetched here. */
  fresh: ReadonlySignal<number>;
  problems: ReadonlySignal<readonly FileProblem[]>;
  policy: ReadonlySignal<FilePolicy>;
  /** The site lets this participant publish files, and the session is open. */
  mayPublish: ReadonlySignal<boolean>;
  /** Others who are here, for whom alone something may be published. */
  others: ReadonlySignal<readonly { id: ParticipantId; name: string }[]>;
  /** For whom what is published next is. */
  audience: ReadonlySignal<FileAudience>;
  setAudience(to: FileAudience): void;
  publish(files: readonly File[]): void;
  chooseAgain(fileId: string, file: File): void;
  withdraw(fileId: string): void;
  fetch(fileId: string): void;
  pause(fileId: string): void;
  cancel(fileId: string): void;
  saveAgain(fileId: string): void;
  dismissProblems(): void;
  /** False: who acts here may be another, who controls this computer. */
  isOwnHand(): boolean;
  /** The person looks at the files. */
  looked(): void;
}

export interface FileDeps {
  client: SessionClient;
  book: WayBook;
  keeper: FileKeeper;
  disk: FileDisk;
  isOwnHand: () => boolean;
  save?: (name: string, blob: Blob) => void;
  signal: AbortSignal;
}

/** What is fetched is copied by the browser for a while after it was saved. */
const removeAfterMs = 5 * 60_000;

/** The files of one session at one participant: what it publishes, and what it fetches from others. */
export function createFiles({ client, book, keeper, disk, isOwnHand, signal, save = saveBlob }: FileDeps): OwnFiles {
  const { selfId: me, sessionId } = client;
  const state = client.state;
  const kept = createSignal(keeper.get());
  const keep = (part: Partial<ReturnType<FileKeeper['get']>>) => {
    const next = { ...kept.peek(), ...part };
    if (JSON.stringify(next) === JSON.stringify(kept.peek())) return;
    kept.value = next;
    keeper.set(next);
  };
  const problems = createSignal<readonly FileProblem[]>([]);
  const files = computed(() => (state.value.phase === 'none' ? [] : state.value.files));
  const self = computed(() => (state.value.phase === 'none' ? null : (state.value.participants[me] ?? null)));
  const policy = computed(() => filePolicyOf(state.value));
  const others = computed(() => {
    if (state.value.phase !== 'open') return [];
    return Object.values(state.value.participants)
      .filter(({ id, phase }) => phase === 'present' && id !== me)
      .map(({ id, name }) => ({ id, name }));
  });
  const wantedAudience = createSignal<FileAudience>('all');
  /** Who was meant alone may have left. */
  const audience = computed(() => {
    const to = wantedAudience.value;
    return to === 'hosts' || others.value.some(({ id }) => id === to) ? to : 'all';
  });
  const complain = (name: string, code: string) => (problems.value = [...problems.peek(), { name, code }]);

  const own = createOwnPublished({
    disk,
    chosen: {
      get: (fileId) => kept.peek().chosen[fileId],
      set: (fileId, chosen) => keep({ chosen: { ...kept.peek().chosen, [fileId]: chosen } }),
    },
  });
  const fetcher = createFileFetcher({
    sessionId,
    disk,
    send: (owner, message) => ends.send(owner, message),
    isReachable: (owner) => ends.isReachable(owner),
    onFetched(file, fetched) {
      const { sha256, blob } = fetched;
      // What is not what its name says is not put among the person's files unasked.
      if (!isDisguised(file, fetched)) save(file.name, blob);
      void client.perform({ type: 'file.receive', fileId: file.id, size: file.size, sha256 });
    },
  });
  const ends = createFileEnds({
    client,
    book,
    find(other, fileId) {
      const known = state.peek();
      const file = fileWith(files.peek(), fileId);
      const person = known.phase === 'open' ? known.participants[other] : undefined;
      const isTheirs = file?.by === me && file.withdrawnAt === null && person !== undefined && isFileFor(file, person);
      return isTheirs ? own.find(fileId) : 'not-here';
    },
    onMessage: (owner, message, body) => fetcher.receive(owner, message, body),
    onFresh: (owner) => fetcher.lost(owner),
    onOpen: () => fetcher.turn(),
    signal,
  });

  /** Of those that are still there, and whose transfer is not over. */
  function keepWanted(): void {
    const all = [...fetcher.all.value.values()];
    const ids = (phases: readonly string[]) =>
      all.filter(({ transfer }) => phases.includes(transfer.phase)).map(({ file }) => file.id);
    keep({ wanted: ids(['opening', 'waiting', 'running', 'checking', 'choose-again']), paused: ids(['paused']) });
  }
  const withId = (fileId: string): PublishedFile | undefined => fileWith(files.peek(), fileId);
  const fetch = (file: PublishedFile) =>
    fetcher.dispatch(file, {
      type: 'wanted',
      sha256: file.received.find(({ by }) => by === me)?.sha256 ?? null,
    });

  /** After a reload: as soon as the facts say again what it was. */
  let toResume = new Map([
    ...kept.peek().wanted.map((id) => [id, 'wanted'] as const),
    ...kept.peek().paused.map((id) => [id, 'paused'] as const),
  ]);
  const dispose = [
    effect(() => {
      const known = files.value;
      if (toResume.size === 0 || state.value.phase !== 'open') return;
      untracked(() => {
        const resume = toResume;
        toResume = new Map([...resume].filter(([id]) => !fileWith(known, id)));
        for (const [id, how] of resume) {
          const file = fileWith(known, id);
          if (!file || file.withdrawnAt !== null) continue;
          fetch(file);
          if (how === 'paused') fetcher.dispatch(file, { type: 'paused' });
        }
      });
    }),
    effect(() => {
      void fetcher.all.value;
      if (toResume.size === 0) untracked(keepWanted);
    }),
    effect(() => {
      const withdrawn = files.value.filter(({ withdrawnAt }) => withdrawnAt !== null);
      untracked(() => {
        for (const file of withdrawn) {
          if (file.by === me) {
            own.drop(file.id);
            ends.drop(file.id);
          } else if (fetcher.all.peek().has(file.id)) fetcher.dispatch(file, { type: 'cancelled' });
        }
      });
    }),
    effect(() => {
      if (state.value.phase !== 'ended') return undefined;
      const timer = setTimeout(() => disk.ask({ type: 'remove', sessionId }), removeAfterMs);
      return () => clearTimeout(timer);
    }),
  ];
  signal.addEventListener('abort', () => dispose.forEach((stop) => stop()));

  async function publish(file: File, to: FileAudience): Promise<void> {
    const known = state.peek();
    const name = cleanFileName(file.name);
    const actor = self.peek();
    if (known.phase !== 'open' || !actor) return;
    const refusal = mayPublish(known, actor, { name, size: file.size, to });
    if (refusal !== null) return void complain(name, refusal);
    const id = newId();
    own.take(id, file);
    const mediaType = /^[\w.+-]{1,50}\/[\w.+-]{1,49}$/.test(file.type) ? file.type : '';
    const done = await client.perform({ type: 'file.publish', name, size: file.size, mediaType, to }, id);
    if (done.ok) return;
    own.drop(id);
    complain(name, done.code);
  }

  return {
    rows: computed(() =>
      fileRows({
        state: state.value,
        me,
        online: client.online.value,
        fetched: fetcher.all.value,
        inHand: own.inHand.value,
        servings: ends.servings.value,
        seen: kept.value.seen,
      }),
    ),
    fresh: computed(() => {
      const person = self.value;
      if (!person || state.value.phase !== 'open') return 0;
      const isFresh = (file: PublishedFile) =>
        file.withdrawnAt === null &&
        isFileFor(file, person) &&
        !kept.value.seen.includes(file.id) &&
        file.received.every(({ by }) => by !== me);
      return files.value.filter(isFresh).length;
    }),
    problems,
    policy,
    mayPublish: computed(
      () => state.value.phase === 'open' && self.value !== null && mayPublishAny(policy.value, self.value.role),
    ),
    others,
    audience,
    setAudience: (to) => (wantedAudience.value = to),
    publish(chosen) {
      problems.value = [];
      for (const file of chosen) void publish(file, audience.peek());
    },
    chooseAgain(fileId, file) {
      const published = withId(fileId);
      if (!published) return;
      problems.value = [];
      void own.takeAgain(published, file).then((isSame) => {
        if (isSame) ends.ready(fileId);
        else complain(published.name, 'file.another');
      });
    },
    withdraw: (fileId) => void client.perform({ type: 'file.withdraw', fileId }),
    fetch(fileId) {
      const file = withId(fileId);
      if (file) fetch(file);
    },
    pause(fileId) {
      const file = withId(fileId);
      if (file) fetcher.dispatch(file, { type: 'paused' });
    },
    cancel(fileId) {
      const file = withId(fileId);
      if (file) fetcher.dispatch(file, { type: 'cancelled' });
    },
    saveAgain(fileId) {
      const one = fetcher.all.peek().get(fileId);
      const isWanted = one?.fetched?.isProgram !== true || policy.peek().dangerous === 'warn';
      if (one?.fetched && one.transfer.phase === 'done' && isWanted) save(one.file.name, one.fetched.blob);
    },
    dismissProblems: () => (problems.value = []),
    isOwnHand,
    looked() {
      const seen = files.peek().map(({ id }) => id);
      if (seen.some((id) => !kept.peek().seen.includes(id))) keep({ seen });
    },
  };
}
