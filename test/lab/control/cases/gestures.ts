import type { CaseName } from '../case-names.ts';
import { type ControlCase, equal } from '../control-case.ts';

/** A button that does what browsers allow to people only. */
const asks = (name: CaseName, act: (doc: Document, button: HTMLElement) => unknown): ControlCase => ({
  name,
  async run(hands, root) {
    root.innerHTML = '<button id="ask">Ask</button>';
    const button = root.querySelector<HTMLElement>('#ask');
    let done = false;
    button?.addEventListener('click', () => {
      done = true;
      // What it rejects with is the page's own affair.
      Promise.resolve(act(hands.doc, button)).catch(() => undefined);
    });
    await hands.click('#ask');
    await hands.refusal('needs-customer');
    equal(done, true);
  },
});

/** What needs a real gesture: the host is told, and the customer is asked. */
export const gestureCases: readonly ControlCase[] = [
  asks('opening a window needs the customer', (doc) => doc.defaultView?.open('/test/lab/control/none.html')),
  asks('reading the clipboard needs the customer', (doc) => doc.defaultView?.navigator.clipboard.readText()),
  asks('going to full screen needs the customer', (_doc, button) => button.requestFullscreen()),
  asks('choosing a file needs the customer', (doc) => {
    const field = doc.createElement('input');
    field.type = 'file';
    field.click();
  }),
  {
    name: 'a link into a new window needs the customer',
    async run(hands, root) {
      root.innerHTML = '<a id="link" href="/test/lab/control/none.html" target="_blank">Terms</a>';
      await hands.click('#link');
      await hands.refusal('needs-customer');
    },
  },
];
