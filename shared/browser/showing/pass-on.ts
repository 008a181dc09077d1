import { behindBytes } from '../cobrowse/customer-cobrowse.ts';
import type { OwnView } from '../cobrowse/own-view.ts';
import { refreshRequest } from '../cobrowse/wire/refresh-request.ts';
import type { Link } from '../link/contract.ts';

/**
 * Hands on to `link` what leaves for the first viewer, from a fresh snapshot on. Who is too far behind misses what
 * comes, and begins anew when there is room: nobody waits for the slowest.
 */
export function passOn(ownView: OwnView, link: Link, life: AbortSignal): void {
  let looking = new AbortController();
  let behind = false;

  function look() {
    looking.abort();
    looking = new AbortController();
    behind = false;
    const view = ownView.look(AbortSignal.any([life, looking.signal]));
    view.receive('mirror', (message) => {
      if (behind) return;
      behind = link.unsent('mirror') > behindBytes;
      if (behind) link.clear('mirror');
      else link.send('mirror', message);
    });
    for (const channel of ['asset', 'pointer'] as const) {
      view.receive(channel, (message) => link.send(channel, message));
    }
    for (const channel of ['mirror', 'asset'] as const) {
      link.receive(channel, (message) => view.send(channel, message));
    }
    view.send('mirror', refreshRequest(true));
  }
  link.onFresh(look);
  link.onDrained('mirror', () => {
    if (behind && !life.aborted) look();
  });
  look();
}
