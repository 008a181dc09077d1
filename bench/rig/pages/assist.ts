import { signal } from '@preact/signals';
import { startCustomerCobrowse } from '../../../shared/browser/cobrowse/customer-cobrowse.ts';
import type { PageInfo } from '../../../shared/browser/cobrowse/recorded-page.ts';
import { rehearseEncoding } from '../../../shared/browser/cobrowse/wire/rehearse-encoding.ts';
import type { FromPage } from '../../../shared/protocol/page.ts';
import type { HiddenReason } from '../../../shared/protocol/peer.ts';
import '../rig-state.ts';
import { openSocketLink } from './socket-link.ts';

/** The customer's window: takes what the recorder gives, encodes it, sends it. */
const link = await openSocketLink(new URLSearchParams(location.search).get('room') ?? '', 'customer');
const page = new BroadcastChannel('rig');
const info: PageInfo = { title: 'Page', url: location.origin, origin: location.origin };

startCustomerCobrowse({
  page: {
    post: (message, frame = 0) => void (frame === 0 && page.postMessage(message)),
    receive(handler) {
      page.onmessage = ({ data }: MessageEvent<FromPage>) => handler(data, 0);
    },
    frameOrigin: () => null,
    navigate() {},
    setIndicator() {},
    setPicking() {},
    fetch: fetchAnything,
    info: signal<PageInfo | null>(info),
    gone: signal(false),
    hidden: signal<HiddenReason | null>(null),
  },
  link,
  mayControl: () => false,
  onLeftOrigin() {},
  signal: new AbortController().signal,
});

/** What an extension's window may read and no page may: here the rig's server reads it, which has no cookies of anybody. */
async function fetchAnything(
  address: string | URL | Request,
  { credentials, signal }: RequestInit = {},
): Promise<Response> {
  if (credentials === 'include') throw new TypeError('nobody here has cookies');
  const response = await fetch(
    `/fetched?url=${encodeURIComponent(address instanceof Request ? address.url : address.toString())}`,
    { signal: signal ?? null },
  );
  const url = response.headers.get('x-fetched-url') ?? '';
  return Object.defineProperty(response, 'url', { value: url });
}
window.rigSent = () => Object.values(link.sent).reduce((sum, bytes) => sum + bytes, 0);
rehearseEncoding();
window.benchReady = true;
