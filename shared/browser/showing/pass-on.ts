import { encodeRequest } from '../cobrowse/assets/asset-wire.ts';
import { atMostEvery } from '../cobrowse/at-most-every.ts';
import { behindBytes } from '../cobrowse/customer-cobrowse.ts';
import type { OwnView } from '../cobrowse/own-view.ts';
import { refreshRequest } from '../cobrowse/wire/refresh-request.ts';
import type { Link } from '../link/contract.ts';

/** A snapshot costs the page and all who see it: a follower gets no more than this, ms. */
const refreshEveryMs = 2_000;
/** Assets that a follower does not take are not kept for it. */
const assetBytes = 16 * 1024 * 1024;

/**
 * Hands on to `link` what leaves for the first viewer, from a fresh snapshot on. Who is too far behind misses what
 * comes, and begins anew when there is room: nobody waits for the slowest.
 */
export function passOn(ownView: OwnView, link: Link, life: AbortSignal): void {
  let looking = new AbortController();
  let view: Link | null = null;
  let behind = false;
  let owes = false;
  const refresh = atMostEvery(refreshEveryMs, () => view?.send('mirror', refreshRequest(true)), life);

  function look() {
    looking.abort();
    looking = new AbortController();
    behind = false;
    const mine = ownView.look(AbortSignal.any([life, looking.signal]));
    view = mine;
    mine.receive('mirror', (message) => {
      if (behind) return;
      behind = link.unsent('mirror') > behindBytes;
      if (behind) link.clear('mirror');
      else link.send('mirror', message);
    });
    mine.receive('pointer', (message) => link.send('pointer', message));
    mine.receive('asset', (message) => {
      owes ||= link.unsent('asset') > assetBytes;
      if (!owes) link.send('asset', message);
    });
    refresh();
  }
  /** Without a path nothing is ever acknowledged, and what waits would only be thrown away again. */
  const hasPath = () => link.path.peek() !== 'none';

  link.receive('mirror', refresh);
  link.receive('asset', (message) => view?.send('asset', message));
  link.onFresh(look);
  link.onDrained('mirror', () => {
    if (behind && hasPath() && !life.aborted) look();
  });
  link.onDrained('asset', () => {
    if (!owes || !hasPath() || life.aborted) return;
    owes = false;
    view?.send('asset', encodeRequest({ type: 'asset.again' }));
  });
  look();
}
