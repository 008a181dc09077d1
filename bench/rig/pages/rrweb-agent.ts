import { record } from 'rrweb';
import '../rig-state.ts';
import { openWire } from './wire.ts';

/** Plain rrweb, all by its defaults: each event as JSON over a WebSocket. */
window.rrwebSent = 0;
void openWire('rrweb', 'customer').then((socket) => {
  window.rigStart = () => {
    const at = performance.timeOrigin + performance.now();
    const emit = (event: unknown) => {
      const text = JSON.stringify(event);
      window.rrwebSent += text.length;
      socket.send(text);
    };
    // In a task of the page's own, as long as it may be: one of the driver's is not told as long.
    setTimeout(() => record({ emit }));
    return at;
  };
});
