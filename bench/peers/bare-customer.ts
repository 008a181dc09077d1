import { openBareWire } from './bare-wire.ts';

// The least that a click and its effect can cost: no recorder, one known text is pushed.

const count = document.querySelector('#count');
const wire = await openBareWire(true, (message) => {
  if (message.kind === 'click') document.querySelector<HTMLElement>('#press')?.click();
});
const observer = new MutationObserver(() => wire.send({ kind: 'text', text: count?.textContent ?? '' }));
if (count) observer.observe(count, { childList: true, characterData: true, subtree: true });
window.benchReady = true;
