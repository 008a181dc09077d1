import type { ToPageWorker } from './page-messages.ts';
import { createPagePlaying } from './page-playing.ts';

const receive = createPagePlaying((message, given = []) => self.postMessage(message, { transfer: given }));
self.onmessage = ({ data }: MessageEvent<ToPageWorker>) => receive(data);
