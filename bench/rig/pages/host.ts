import { effect } from '@preact/signals';
import { startHostCobrowse } from '../../../shared/browser/cobrowse/host-cobrowse.ts';
import { openPlayer } from '../../../shared/browser/cobrowse/open-player.ts';
import type { RigState } from '../rig-state.ts';
import { openSocketLink } from './socket-link.ts';

/** The host's real player, as large as the customer's page, so that nothing is scaled. */
const frame = document.createElement('iframe');
frame.style.cssText = 'position:fixed;left:0;top:0;border:0;width:100vw;height:100vh';
frame.src = '/built/extension/player/index.html';
document.body.append(frame);
const life = new AbortController().signal;
const port = await openPlayer(frame, life);
const link = await openSocketLink(new URLSearchParams(location.search).get('room') ?? '', 'host');
const host = startHostCobrowse({ link, player: port, signal: life });

effect(() => {
  const viewport = host.page.value?.viewport;
  if (!viewport) return;
  frame.style.width = `${viewport.width}px`;
  frame.style.height = `${viewport.height}px`;
});
window.benchMirror = () => frame.contentDocument?.querySelector<HTMLIFrameElement>('#mirror iframe')?.contentDocument;
window.benchPointer = () => {
  const cursor = frame.contentDocument?.querySelector<HTMLElement>('#overlay > div');
  if (!cursor || cursor.style.display === 'none') return undefined;
  const { e: x, f: y } = new DOMMatrix(cursor.style.transform);
  return { x, y };
};
window.rigState = (): RigState => ({
  isLive: host.phase.peek() === 'live',
  messages: host.stats.messages + host.assets.bytes + host.assets.shown,
  rebuilds: host.stats.rebuilds,
});
window.rigRefresh = host.refresh;
window.benchReady = true;
