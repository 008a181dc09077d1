import type { ToPageWorker } from '../page/page-messages.ts';
import { createPageWriter } from './write-pages.ts';

const pieceChars = 4 * 1024 * 1024;
const parts: Blob[] = [];
let held = '';

function settle() {
  parts.push(new Blob([held]));
  held = '';
}
const write = createPageWriter((text) => {
  held += text;
  // A blob may lie on the disk; text may not.
  if (held.length > pieceChars) settle();
});
self.onmessage = ({ data }: MessageEvent<ToPageWorker>) => {
  write(data);
  if (data.type !== 'complete') return;
  settle();
  self.postMessage(new Blob(parts));
};
