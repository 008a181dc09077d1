import type { SessionId } from '../../shared/protocol/ids.ts';
import type { RecordingId } from '../../shared/recording/manifest.ts';
import type { Eraser } from '../erasure/eraser.ts';
import type { RecordingLinks } from '../store/recording-links.ts';
import type { Recordings } from './recordings.ts';

interface Deps {
  recordings: Recordings;
  recordingLinks: Pick<RecordingLinks, 'drop'>;
}

/** One recording with all that leads to it. */
export async function eraseRecording({ recordings, recordingLinks }: Deps, recordingId: RecordingId): Promise<void> {
  await recordings.erase(recordingId);
  await recordingLinks.drop(recordingId);
}

/** What was recorded of sessions: keys, bytes, rows and links. Exported is what there is of it; the bytes are saved from the player. */
export function eraseRecordings(deps: Deps): Eraser {
  const { recordings } = deps;
  const ofSessions = async (sessionIds: readonly SessionId[]) =>
    (await Promise.all(sessionIds.map((sessionId) => recordings.ofSession(sessionId)))).flat();
  return {
    kind: 'recordings',
    async read({ sessionIds }) {
      const known = await ofSessions(sessionIds);
      return Promise.all(known.map(({ recordingId }) => recordings.manifest(recordingId)));
    },
    async erase({ sessionIds }) {
      const known = await ofSessions(sessionIds);
      for (const { recordingId } of known) await eraseRecording(deps, recordingId);
      return known.length;
    },
  };
}
