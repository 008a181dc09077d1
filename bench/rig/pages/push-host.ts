import type { RigState } from '../rig-state.ts';
import { openWire } from './wire.ts';

/** Has the customer's very page, as large, and scrolls it when it is told. */
const frame = document.createElement('iframe');
frame.style.cssText = 'position:fixed;left:0;top:0;border:0;width:100vw;height:100vh';
let isLoaded = false;
let messages = 0;

const socket = await openWire('push', 'host');
socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
  messages += 1;
  if (isLoaded) return frame.contentWindow?.scrollTo({ top: Number(data), behavior: 'instant' });
  frame.addEventListener('load', () => (isLoaded = true), { once: true });
  frame.src = data;
  document.body.append(frame);
});
window.benchMirror = () => frame.contentDocument;
window.rigState = (): RigState => ({ isLive: isLoaded, messages, rebuilds: 0 });
window.benchReady = true;
