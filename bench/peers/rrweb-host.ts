import type { eventWithTime } from '@rrweb/types';
import { Replayer } from 'rrweb';
import { openSocket } from './socket.ts';

// rrweb's live mode as its guide shows it; the guide's buffer is 1,000 ms.

const bufferMs = Number(new URLSearchParams(location.search).get('buffer'));
const replayer = new Replayer([], { liveMode: true, root: document.body });
replayer.startLive(Date.now() - bufferMs);

const wire = await openSocket((message) => {
  if (message.kind === 'event') replayer.addEvent(message.event as eventWithTime);
});

window.addEventListener('pointerup', ({ clientX, clientY }) => {
  const box = replayer.iframe.getBoundingClientRect();
  const node = replayer.iframe.contentDocument?.elementFromPoint(clientX - box.x, clientY - box.y);
  if (node) wire.send({ kind: 'click', id: replayer.getMirror().getId(node) });
});
window.benchMirror = () => replayer.iframe.contentDocument;
window.benchReady = true;
