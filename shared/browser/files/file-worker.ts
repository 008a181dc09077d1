import { createFileWork } from './create-file-work.ts';
import type { ToFileWorker } from './file-work.ts';

const receive = createFileWork((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToFileWorker>) => receive(data);
