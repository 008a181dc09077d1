import '../rig-state.ts';
import { openWire } from './wire.ts';

/** The least that following a scroll can cost: nothing is recorded, each place is pushed as the page hears of it. */
void openWire('push', 'customer').then((socket) => {
  window.rigStart = () => {
    const at = performance.timeOrigin + performance.now();
    socket.send(location.href);
    addEventListener('scroll', () => socket.send(String(scrollY)), { passive: true });
    return at;
  };
});
