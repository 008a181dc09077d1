import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Seat } from '../../protocol/rest.ts';
import type { RecordingId } from '../../recording/manifest.ts';
import type { TrackKind } from '../../recording/track-kinds.ts';
import { openRecording, type RecordingFailure } from '../../session/recording.ts';
import type { OwnCall } from '../call/create-call.ts';
import type { SessionClient } from '../link/session-client.ts';
import type { WatchedScreen } from '../screen/watched-screens.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import type { Watching } from '../showing/watching.ts';
import { createChunker } from './chunker.ts';
import type { PageTap } from './page-tap.ts';
import { putUnsent } from './put-chunk.ts';
import { recordCall } from './record-call.ts';
import { recordOwnPages } from './record-own-pages.ts';
import { recordPages } from './record-pages.ts';
import { recordScreens } from './record-screens.ts';
import { createUnsentSender } from './send-unsent.ts';
import type { Unsent } from './unsent.ts';
import { createUnsentStore } from './unsent-store.ts';

interface Deps {
  client: SessionClient;
  relay: string;
  seat: Seat;
  watching: Watching;
  /** The host's own pages. */
  showing: Pick<OwnShowing, 'tabs' | 'seen'>;
  tap: PageTap;
  screens: ReadonlySignal<readonly WatchedScreen[]>;
  call: Pick<OwnCall, 'view' | 'people' | 'own'>;
  /** This window speaks for its participant. */
  speaks: ReadonlySignal<boolean>;
  signal: AbortSignal;
}

/** Records what this host gets and shows, while the facts say that it is recorded and this host leads. */
export async function createRecorder(deps: Deps): Promise<void> {
  const { client, relay, seat, watching, showing, tap, screens, call, speaks, signal: life } = deps;
  const me = client.selfId;
  const fail = (recordingId: RecordingId, code: RecordingFailure) =>
    void client.perform({ type: 'recording.fail', recordingId, code });
  const sender = createUnsentSender({
    store: await createUnsentStore(seat.sessionId),
    send: (item) => putUnsent(relay, seat.participantToken, item),
    // Of a full disk, and of one that is too long, the relay tells all itself.
    refused: (recordingId, code) => code === 'not-found' && fail(recordingId, 'impossible'),
    signal: life,
  });
  await sender.takeUp();

  const wanted = computed((): RecordingId | null => {
    const state = client.state.value;
    if (state.phase !== 'open' || !speaks.value) return null;
    const mine = state.participants[me];
    const now = openRecording(state);
    return now?.phase === 'on' && mine?.phase === 'present' && mine.role === 'lead' ? now.id : null;
  });
  const dispose = effect(() => {
    const recordingId = wanted.value;
    if (recordingId === null) return undefined;
    const end = new AbortController();
    untracked(() => segment(recordingId, AbortSignal.any([life, end.signal])));
    return () => end.abort();
  });
  life.addEventListener('abort', dispose);

  function segment(recordingId: RecordingId, signal: AbortSignal): void {
    const put = (item: Unsent) => {
      if (!sender.put(item)) fail(recordingId, 'unsent');
    };
    const begin = (kind: TrackKind, of: string | null) =>
      createChunker({ recordingId, kind, of, relayNow: () => client.relayNow(), put });
    const failed = () => fail(recordingId, 'impossible');
    const state = client.state.peek();
    const customer =
      state.phase === 'open'
        ? Object.values(state.participants).find(({ role, phase }) => role === 'customer' && phase === 'present')
        : undefined;
    recordPages({ watching, tap, begin: () => begin('page', customer?.id ?? null), signal });
    recordOwnPages({ showing, begin: () => begin('host-page', me), signal });
    recordScreens({ screens, begin: (owner) => begin('screen', owner), failed, signal });
    recordCall({ call, begin: () => begin('call', null), failed, signal });
  }
}
