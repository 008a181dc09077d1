import { record } from 'rrweb';
import { openWire } from './wire.ts';

declare global {
  interface Window {
    /** Bytes of JSON that went to rrweb's host so far. */
    rrwebSent: number;
    /** Ends the recording. */
    rrwebStop?: () => void;
  }
}

/** Plain rrweb, all by its defaults: each event as JSON over a WebSocket. */
window.rrwebSent = 0;
void openWire('rrweb', 'customer').then((socket) => {
  const stop = record({
    emit(event) {
      const text = JSON.stringify(event);
      window.rrwebSent += text.length;
      socket.send(text);
    },
  });
  window.rrwebStop = () => {
    stop?.();
    socket.close();
  };
});
