import { recordingLimits } from '../../recording/recording-limits.ts';
import type { Chunker } from './chunker.ts';

interface Wanted {
  stream: MediaStream;
  kind: 'screen' | 'call';
  chunker: Chunker;
  /** The browser cannot, or cannot any more. */
  failed(): void;
  signal: AbortSignal;
}

const types = { screen: 'video/webm;codecs=vp8', call: 'audio/webm;codecs=opus' } as const;
/** Text of a screen reads at this; a voice has room to spare. */
const rates = { screen: { videoBitsPerSecond: 1_200_000 }, call: { audioBitsPerSecond: 32_000 } } as const;

/** Writes down a stream as WebM, a chunk a second, until the signal aborts or the stream ends. */
export function recordMedia({ stream, kind, chunker, failed, signal }: Wanted): void {
  if (signal.aborted) return;
  let recorder: MediaRecorder;
  try {
    recorder = new MediaRecorder(stream, { mimeType: types[kind], ...rates[kind] });
  } catch {
    return failed();
  }
  let last = 0;
  // Bytes come later than their event, and must stay in order.
  let writing = Promise.resolve();
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    const [from, to] = [last, chunker.now()];
    last = to;
    writing = writing.then(async () => {
      chunker.add(new Uint8Array(await data.arrayBuffer()), from, to);
      chunker.flush();
    });
  };
  recorder.onstop = () => void writing.then(chunker.end);
  recorder.onerror = failed;
  recorder.start(recordingLimits.chunkMs);
  signal.addEventListener('abort', () => {
    if (recorder.state !== 'inactive') recorder.stop();
  });
}
