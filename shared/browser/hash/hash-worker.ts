import { createHashWork } from './create-hash-work.ts';
import type { ToHashWorker } from './hash-work.ts';

const receive = createHashWork((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToHashWorker>) => receive(data);
