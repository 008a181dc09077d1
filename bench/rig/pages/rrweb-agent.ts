import { record } from 'rrweb';
import '../rig-state.ts';
import { openWire } from './wire.ts';

/** Plain rrweb, all by its defaults: each event as JSON over a WebSocket. */
window.rrwebSent = 0;
void openWire('rrweb', 'customer').then((socket) => {
  window.rigStart = () => {
    const at = performance.timeOrigin + performance.now();
    record({
      emit(event) {
        const text = JSON.stringify(event);
        window.rrwebSent += text.length;
        socket.send(text);
      },
    });
    return at;
  };
});
