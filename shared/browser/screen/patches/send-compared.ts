import { effect, type ReadonlySignal } from '@preact/signals';
import type { ScreenQuality } from '../../../protocol/media.ts';
import { patchLimits } from '../../../protocol/patch-limits.ts';
import type { Link } from '../../link/contract.ts';
import { eachFrameOf, framesOf } from './frames-of.ts';
import { createPatchOutlet } from './patch-outlet.ts';
import type { FromPatchWorker, ToPatchWorker } from './patch-work.ts';

export interface PatchSource {
  way: Link;
  /** Of control. */
  grant: string;
  stream: MediaStream;
  quality: ReadonlySignal<ScreenQuality>;
  /** Whether the viewer has something of it over the video. */
  onAhead: (isAhead: boolean) => void;
  until: AbortSignal;
}

/** Compares the captured frames of a controlled picture and sends what changes. Gives what is called when the viewer does something. */
export function sendCompared({ way, grant, stream, quality, onAhead, until }: PatchSource): () => void {
  const worker = new Worker(new URL('./patch-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToPatchWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const put = createPatchOutlet({ way, onAhead, onFree: () => tell({ type: 'free' }), until });
  worker.onmessage = ({ data }: MessageEvent<FromPatchWorker>) => put(data.message, data.covers);
  const dispose = effect(() => tell({ type: 'budget', bytesPerSecond: patchLimits.bytesPerSecond[quality.value] }));
  until.addEventListener('abort', () => {
    dispose();
    worker.terminate();
  });
  tell({ type: 'begin', grant, stream: stream.id });
  const frames = framesOf(stream, until);
  if (frames) tell({ type: 'frames', frames }, [frames]);
  else eachFrameOf(stream, until, (frame) => tell({ type: 'frame', frame }, [frame]));
  return () => tell({ type: 'awaited' });
}
