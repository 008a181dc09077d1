import { effect, type ReadonlySignal } from '@preact/signals';
import type { ScreenQuality } from '../../../protocol/media.ts';
import { patchLimits } from '../../../protocol/patch-limits.ts';
import type { Link } from '../../link/contract.ts';
import { eachFrameOf, framesOf } from './frames-of.ts';
import type { FromPatchWorker, ToPatchWorker } from './patch-work.ts';

interface Deps {
  way: Link;
  /** Of control. */
  grant: string;
  stream: MediaStream;
  quality: ReadonlySignal<ScreenQuality>;
  /** Whether the viewer has something of it over the video. */
  onAhead: (isAhead: boolean) => void;
  until: AbortSignal;
}

const lookEveryMs = 10;

export type SendPatches = typeof sendPatches;

/** Sends what changes in a controlled picture ahead of its video. Gives what is called when the viewer does something. */
export function sendPatches({ way, grant, stream, quality, onAhead, until }: Deps): () => void {
  const worker = new Worker(new URL('./patch-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToPatchWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const freeSoon = () => {
    if (way.unsent('screen-patch') <= patchLimits.unsentBytes) return tell({ type: 'free' });
    timer = setTimeout(freeSoon, lookEveryMs);
    return undefined;
  };
  worker.onmessage = ({ data }: MessageEvent<FromPatchWorker>) => {
    way.send('screen-patch', data.message);
    onAhead(data.covers);
    clearTimeout(timer);
    freeSoon();
  };
  const dispose = effect(() => tell({ type: 'budget', bytesPerSecond: patchLimits.bytesPerSecond[quality.value] }));
  until.addEventListener('abort', () => {
    dispose();
    clearTimeout(timer);
    worker.terminate();
    // What has not left would come over a picture that is controlled no more.
    way.clear('screen-patch');
  });
  tell({ type: 'begin', grant, stream: stream.id });
  const frames = framesOf(stream, until);
  if (frames) tell({ type: 'frames', frames }, [frames]);
  else eachFrameOf(stream, until, (frame) => tell({ type: 'frame', frame }, [frame]));
  return () => tell({ type: 'awaited' });
}
