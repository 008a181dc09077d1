import type { eventWithTime } from '@rrweb/types';
import { Replayer } from 'rrweb';
import 'rrweb/dist/style.css';
import { openWire } from './wire.ts';

/** rrweb's live mode without a buffer. One recording a page: what is late to a second one it never shows. */
let messages = 0;
const replayer = new Replayer([], { liveMode: true, root: document.body, mouseTail: false });
replayer.startLive(Date.now());

const socket = await openWire('rrweb', 'host');
socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  messages += 1;
  replayer.addEvent(JSON.parse(data) as eventWithTime);
});
window.benchMirror = () => replayer.iframe.contentDocument;
window.rigState = () => ({ isLive: messages > 1, messages, rebuilds: 0 });
window.benchReady = true;
