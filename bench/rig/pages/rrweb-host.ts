import type { eventWithTime } from '@rrweb/types';
import { Replayer } from 'rrweb';
import 'rrweb/dist/style.css';
import type { RigState } from '../rig-state.ts';
import { openWire } from './wire.ts';

/** rrweb's live mode without a buffer. One recording a page: what is late to a second one it never shows. */
let messages = 0;
const style = document.createElement('style');
style.textContent = 'body { overflow: hidden } iframe { border: 0 } .replayer-mouse { opacity: 0 }';
document.head.append(style);
const replayer = new Replayer([], { liveMode: true, root: document.body, mouseTail: false });
replayer.startLive(Date.now());

const socket = await openWire('rrweb', 'host');
socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  messages += 1;
  replayer.addEvent(JSON.parse(data) as eventWithTime);
});
window.benchMirror = () => replayer.iframe.contentDocument;
window.benchPointer = () => {
  const { left, top } = document.querySelector<HTMLElement>('.replayer-mouse')?.style ?? {};
  return left && top ? { x: parseFloat(left), y: parseFloat(top) } : undefined;
};
window.rigState = (): RigState => ({ isLive: messages > 1, messages, rebuilds: 0 });
window.benchReady = true;
