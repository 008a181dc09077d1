import { openBareWire } from './bare-wire.ts';

const count = document.querySelector('#count');
const press = document.querySelector('#press');
// This copy of the page counts nothing itself.
press?.addEventListener('click', (event) => event.stopImmediatePropagation(), true);
const wire = await openBareWire(false, (message) => {
  if (message.kind === 'text' && count) count.textContent = message.text;
});
press?.addEventListener('pointerup', () => wire.send({ kind: 'click', id: 0 }));
window.benchMirror = () => document;
window.benchReady = true;
