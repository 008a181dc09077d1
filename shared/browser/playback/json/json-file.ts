import type { RecordingView } from '../../../protocol/playback.ts';
import type { PageKind } from '../../../recording/track-kinds.ts';
import { loadPages } from '../load-pages.ts';
import type { RecordingSource } from '../recording-source.ts';

interface Deps {
  view: RecordingView;
  /** The session's facts, as JSON. */
  facts: string;
  source: RecordingSource;
  makeWorker(): Worker;
  signal: AbortSignal;
}

/** A recording as one JSON object: its tracks, the session's facts, and all that was seen of each side's pages. */
export async function jsonFile({ view: { manifest }, facts, source, makeWorker, signal }: Deps): Promise<Blob> {
  const { tracks, startedAt } = manifest;
  async function pagesOf(kind: PageKind): Promise<Blob> {
    const worker = makeWorker();
    try {
      const pages = new Promise<Blob>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Blob>) => resolve(data);
        worker.onerror = () => reject(new Error('the pages could not be written'));
        signal.addEventListener('abort', () => reject(new DOMException('closed', 'AbortError')));
      });
      const feed = loadPages({
        source,
        tracks,
        kind,
        startedAt,
        signal,
        feed: (message) => worker.postMessage(message),
      });
      const [body] = await Promise.all([pages, feed]);
      return body;
    } finally {
      worker.terminate();
    }
  }
  const [customers, hosts] = [await pagesOf('page'), await pagesOf('host-page')];
  const head = `{"recording":${JSON.stringify(manifest)},\n"facts":${facts},\n`;
  return new Blob([head, customers, ',\n"host":{', hosts, '}}\n'], { type: 'application/json' });
}
