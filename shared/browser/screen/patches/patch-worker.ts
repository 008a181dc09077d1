import { createPatchWork, type ToPatchWorker } from './patch-work.ts';

const receive = createPatchWork(
  (message) => self.postMessage(message, { transfer: [message.buffer] }),
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<ToPatchWorker>) => receive(data);
