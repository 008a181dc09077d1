import { newId } from '../../shared/protocol/new-id.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import type { RecordingId } from '../../shared/recording/manifest.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { type Recording, type RecordingFailure } from '../../shared/session/recording.ts';
import { performAction } from '../commands/perform-action.ts';
import type { Deps } from '../deps.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { storedState } from '../sessions/stored-state.ts';
import type { Recordings } from './recordings.ts';

const atMost = 200;

export interface SiteRecordings {
  /** Hears of all facts that this instance has written. */
  appended(sessionId: SessionId, entries: readonly Entry[]): void;
  /** Brings rows in line with facts where nobody has heard of them. Any instance may do it. */
  sweep(): Promise<void>;
  /** What the facts say of it, once its row is there. Undefined: this session has no such recording. */
  known(sessionId: SessionId, recordingId: RecordingId): Promise<Recording | undefined>;
  /** All in the session are told that it is over. */
  fail(sessionId: SessionId, recordingId: RecordingId, code: RecordingFailure): Promise<void>;
}

/** The facts say what is recorded and until when; the rows follow them. */
export function createSiteRecordings(
  { store, report }: Pick<Deps, 'store' | 'report'>,
  recordings: Recordings,
  sessions: () => Sessions,
): SiteRecordings {
  async function settle(sessionId: SessionId): Promise<readonly Recording[]> {
    const state = await storedState(store, sessionId);
    if (state.phase === 'none') return [];
    for (const { id: recordingId, startedAt, isAutomatic, phase, since } of state.recordings) {
      await recordings.begin({ recordingId, sessionId, site: state.site, startedAt, isAutomatic });
      if (phase === 'off') await recordings.end(recordingId, since);
    }
    return state.recordings;
  }
  const isAbout = ({ fact: { type } }: Entry) => type.startsWith('recording.');
  /** Each of these may end one that is on. */
  const mayEnd = ({ fact: { type } }: Entry) =>
    type === 'tool.ended' || type === 'session.ended' || type.startsWith('participant.');

  return {
    appended(sessionId, entries) {
      if (entries.some(isAbout)) return void settle(sessionId).catch(report);
      if (!entries.some(mayEnd)) return;
      recordings
        .ofSession(sessionId)
        .then((known) => (known.some(({ endedAt }) => endedAt === null) ? settle(sessionId) : []))
        .catch(report);
    },
    async sweep() {
      for (const { sessionId } of await recordings.open(atMost)) await settle(sessionId);
    },
    known: async (sessionId, recordingId) => (await settle(sessionId)).find(({ id }) => id === recordingId),
    async fail(sessionId, recordingId, code) {
      await sessions().run(sessionId, (context) =>
        performAction(context, 'relay', { type: 'recording.fail', id: newId(), recordingId, code }),
      );
    },
  };
}
