import { setTimeout as sleep } from 'node:timers/promises';
import x11, { type XEvent } from 'x11';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { XConnection } from './connection.ts';

const waitMs = 1_000;
const maxWords = managerLimits.clipboardBytes / 4;

/** X has no clipboard but owners of one, who answer when they are asked. */
export function createClipboard(x: XConnection) {
  const { client } = x;
  const window = client.AllocID();
  client.CreateWindow(window, x.root, 0, 0, 1, 1, 0, 0, 0, 0, { eventMask: x11.eventMask['PropertyChange'] ?? 0 });
  let own: string | null = null;

  async function answer(event: XEvent) {
    const [targets, utf8, atomType] = await Promise.all([x.atom('TARGETS'), x.atom('UTF8_STRING'), x.atom('ATOM')]);
    const { requestor, target, selection, time } = event as XEvent &
      Record<'requestor' | 'target' | 'selection' | 'time', number>;
    // Programs of long ago name no property.
    const property = Number(event['property']) || target;
    let given = property;
    if (target === targets) client.ChangeProperty(0, requestor, property, atomType, 32, [targets, utf8]);
    else if (target === utf8 && own !== null) client.ChangeProperty(0, requestor, property, utf8, 8, Buffer.from(own));
    else given = 0;
    client.SendEvent(requestor, 0, 0, { name: 'SelectionNotify', time, requestor, selection, target, property: given });
  }

  x.onEvent((event) => {
    if (event.name === 'SelectionClear' && event['owner'] === window) own = null;
    if (event.name === 'SelectionRequest' && event['owner'] === window) void answer(event).catch(() => undefined);
  });

  return {
    /** '' when there is no text, or its owner does not answer within a second. */
    async read(): Promise<string> {
      if (own !== null) return own;
      const [clipboard, utf8, property] = await Promise.all([
        x.atom('CLIPBOARD'),
        x.atom('UTF8_STRING'),
        x.atom('BESIDE_CLIPBOARD'),
      ]);
      if ((await x.ask(client.GetSelectionOwner, clipboard)) === 0) return '';
      const stop = new AbortController();
      const notified = new Promise<boolean>((resolve) => {
        const mine = (event: XEvent) => event.name === 'SelectionNotify' && event['requestor'] === window;
        x.onEvent((event) => (mine(event) ? resolve(event['property'] !== 0) : undefined), stop.signal);
      });
      client.ConvertSelection(window, clipboard, utf8, property, 0);
      const there = await Promise.race([notified, sleep(waitMs, false, { ref: false })]);
      stop.abort();
      if (!there) return '';
      const { data, type } = await x.ask(client.GetProperty, 1, window, property, 0, 0, maxWords);
      // What comes in pieces (INCR) is far beyond what we would pass on.
      return type === utf8 ? data.toString('utf8') : '';
    },
    async write(text: string): Promise<void> {
      own = text;
      client.SetSelectionOwner(window, await x.atom('CLIPBOARD'), 0);
      await x.settled();
    },
  };
}
