import { createPatchWork, type ToPatchWorker } from './patch-work.ts';

const receive = createPatchWork(
  (patch) => self.postMessage(patch, { transfer: [patch.message.buffer] }),
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<ToPatchWorker>) => receive(data);
