import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordingView } from '../../shared/protocol/playback.ts';
import { offlineMarks, offlineFile } from '../../shared/recording/offline-format.ts';
import type { Manifest, RecordingId, TrackId } from '../../shared/recording/manifest.ts';
import { isPageKind } from '../../shared/recording/track-kinds.ts';
import type { Deps } from '../deps.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { SeekableTracks } from './seekable-tracks.ts';
import { viewReport } from './view-report.ts';

export interface OfflineFile {
  /** A page that plays the recording by itself, piece by piece. Null: there is none, or the player is not built. */
  of(recordingId: RecordingId): Promise<AsyncGenerator<Uint8Array, void> | null>;
}

/** Of one block of the file, which holds them in base64. */
const blockBytes = 768 * 1024;

export function createOfflineFile(
  { store, settings }: Pick<Deps, 'store' | 'settings'>,
  recordings: Recordings,
  tracks: SeekableTracks,
): OfflineFile {
  const template = () => readFile(join(settings.folders.pages, offlineFile), 'utf8').catch(() => null);

  async function* bytesOf({ recordingId }: Manifest, trackId: TrackId, isPage: boolean, length: number) {
    if (isPage) return yield* recordings.read(recordingId, trackId, 0, length);
    const file = await tracks.file(recordingId, trackId);
    if (file) yield* tracks.read(recordingId, trackId, file, 0, file.length);
    return undefined;
  }
  async function* write(page: string, view: RecordingView): AsyncGenerator<Uint8Array, void> {
    const { manifest } = view;
    const [before = '', after = ''] = page.split(offlineMarks.place);
    yield text(before);
    yield text(block(offlineMarks.view, '', asScript(view)));
    for (const { trackId, kind, bytes } of manifest.tracks) {
      const chunks = await recordings.chunks(manifest.recordingId, trackId);
      yield text(block(offlineMarks.chunks, trackId, asScript(chunks)));
      for await (const part of inBlocks(bytesOf(manifest, trackId, isPageKind(kind), bytes))) {
        yield text(block(offlineMarks.bytes, trackId, part.toString('base64')));
      }
    }
    yield text(after);
  }
  return {
    async of(recordingId) {
      const [page, manifest] = [await template(), await recordings.manifest(recordingId)];
      const report = manifest && viewReport(await store.entries(manifest.sessionId, 0), true, manifest);
      if (page === null || !manifest || !report) return null;
      return write(page, { manifest, report, at: 0, isOwn: false });
    },
  };
}

const text = (value: string) => Buffer.from(value);
/** Within a script element nothing but its end is markup. */
const asScript = (value: unknown) => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
const block = (mark: string, of: string, body: string) =>
  `<script type="text/plain" data-${mark}="${of}">${body}</script>\n`;

async function* inBlocks(parts: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Buffer, void> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    held.push(part);
    length += part.length;
    if (length < blockBytes) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}
