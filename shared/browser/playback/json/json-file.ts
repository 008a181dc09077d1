import type { RecordingView } from '../../../protocol/playback.ts';
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

/** A recording as one JSON object: its tracks, the session's facts, and all that was seen of pages. */
export async function jsonFile({ view, facts, source, makeWorker, signal }: Deps): Promise<Blob> {
  const { manifest } = view;
  const worker = makeWorker();
  try {
    const pages = new Promise<Blob>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Blob>) => resolve(data);
      worker.onerror = () => reject(new Error('the pages could not be written'));
      signal.addEventListener('abort', () => reject(new DOMException('closed', 'AbortError')));
    });
    const { tracks, startedAt } = manifest;
    const feed = loadPages({ source, tracks, startedAt, signal, feed: (message) => worker.postMessage(message) });
    const [body] = await Promise.all([pages, feed]);
    const head = `{"recording":${JSON.stringify(manifest)},\n"facts":${facts},\n`;
    return new Blob([head, body, '}\n'], { type: 'application/json' });
  } finally {
    worker.terminate();
  }
}
