import { createFileWork } from './create-file-work.ts';
import type { ToFileWorker } from './file-work.ts';

const receive = createFileWork((message, given = []) => self.postMessage(message, { transfer: given }));
self.onmessage = ({ data }: MessageEvent<ToFileWorker>) => receive(data);
