import { openSession } from '../open-session.ts';
import type { ControlCase } from './control-case.ts';
import { createHands, type Hands } from './hands.ts';

/**
 * Runs every case by itself and says how it went on the console: a test that asked with `page.evaluate`
 * would lend the page a gesture that no host can make.
 */

async function run(): Promise<void> {
  const session = await openSession('<main id="case-0"></main>', { control: true });
  const { page, host, mirror } = session;
  const script = page.doc.createElement('script');
  script.type = 'module';
  script.src = new URL('./cases.ts', import.meta.url).href;
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
  page.doc.head.append(script);
  await loaded;
  const { controlCases } = page.win as Window & { controlCases?: readonly ControlCase[] };
  host.control.start();
  let notices: Hands['notices'] = [];
  host.notice.subscribe((notice) => void (notice && notices.push(notice.code)));

  let number = 0;
  for (const { name, run: act } of controlCases ?? []) {
    number += 1;
    const root = page.doc.createElement('main');
    root.id = `case-${number}`;
    // At another place each time, else two cases' clicks were one double click.
    root.style.cssText = `display:flow-root;padding:${10 + (number % 2) * 9}px`;
    page.doc.body.replaceChildren(root);
    const undo: (() => void)[] = [];
    notices = [];
    const hands = createHands(session, notices, (last) => void undo.push(last));
    let error: string | null = null;
    try {
      await hands.until(() => host.controls.value && mirror().querySelector(`#case-${number}`));
      await act(hands, root);
    } catch (problem) {
      error = `${String(problem)} (told: ${notices.join(', ') || 'nothing'})`;
    }
    for (const last of undo.reverse()) last();
    say({ name, error });
  }
}
const say = (message: unknown) => console.info(`control ${JSON.stringify(message)}`);

run().then(
  () => say('done'),
  (error: unknown) => {
    say({ name: 'the session opens', error: String(error) });
    say('done');
  },
);
