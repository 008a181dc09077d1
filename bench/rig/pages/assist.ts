import { signal } from '@preact/signals';
import { startCustomerCobrowse } from '../../../shared/browser/cobrowse/customer-cobrowse.ts';
import type { PageInfo } from '../../../shared/browser/cobrowse/recorded-page.ts';
import type { FromPage } from '../../../shared/protocol/page.ts';
import { openSocketLink } from './socket-link.ts';

declare global {
  interface Window {
    /** Bytes that went to the host so far, all channels. */
    rigSent(): number;
  }
}

/** The customer's window: takes what the recorder gives, encodes it, sends it. */
const link = await openSocketLink(new URLSearchParams(location.search).get('room') ?? '', 'customer');
const page = new BroadcastChannel('rig');
const info: PageInfo = { title: 'Page', url: location.origin, origin: location.origin };

startCustomerCobrowse({
  page: {
    post: (message) => page.postMessage(message),
    receive(handler) {
      page.onmessage = ({ data }: MessageEvent<FromPage>) => handler(data);
    },
    navigate() {},
    setIndicator() {},
    info: signal<PageInfo | null>(info),
    gone: signal<false | 'closed' | 'not-allowed'>(false),
  },
  link,
  mayControl: () => false,
  onLeftOrigin() {},
  signal: new AbortController().signal,
});
window.rigSent = () => Object.values(link.sent).reduce((sum, bytes) => sum + bytes, 0);
window.benchReady = true;
