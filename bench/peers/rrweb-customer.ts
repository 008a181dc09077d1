import { record } from 'rrweb';
import { openSocket } from './socket.ts';

// Plain rrweb: each event as JSON over a WebSocket; a click is run on the node that the host names.

const wire = await openSocket((message) => {
  if (message.kind !== 'click') return;
  const node = record.mirror.getNode(message.id);
  if (node instanceof HTMLElement) node.click();
});

window.benchStart = () => {
  const at = performance.timeOrigin + performance.now();
  record({ emit: (event) => wire.send({ kind: 'event', event }) });
  return at;
};
window.benchReady = true;
