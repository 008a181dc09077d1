import { signal } from '@preact/signals';
import { startCustomerCobrowse } from '../../shared/browser/cobrowse/customer-cobrowse.ts';
import type { LogWish } from '../../shared/browser/cobrowse/log/log-wish.ts';
import { createDrawingHub } from '../../shared/browser/drawing/drawing-hub.ts';
import { startHostCobrowse } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';
import { openCustomerPage } from './customer-page.ts';
import { createMemoryLinks } from './memory-link.ts';
import { openPlayerPage } from './player-page.ts';
import { createMirrorReader } from './read-mirror.ts';

/** A customer's page, a host's player, and all that lies between but the network, in one document of any browser. */
export async function openSession(
  html: string,
  { control = false, policy, log }: { control?: boolean; policy?: PrivacyPolicy; log?: LogWish } = {},
) {
  const page = await openCustomerPage(html, policy);
  const player = await openPlayerPage();
  const [customerLink, hostLink] = createMemoryLinks();
  const life = new AbortController();
  const grant = { control };
  /** Whether the host sees this page, or another that is shown. */
  const seen = signal(true);
  const left: string[] = [];
  const reader = createMirrorReader();
  let [heard, wire] = [0, ''];
  const drawings = createDrawingHub(() => 'Jana Customer');
  drawings.join(customerLink, 'Petr Host', life.signal);
  const customer = startCustomerCobrowse({
    page,
    link: customerLink,
    hostName: 'Petr Host',
    drawings,
    seen,
    mayControl: () => grant.control,
    onLeftOrigin: () => void left.push('left'),
    ...(log && { log }),
    signal: life.signal,
  });
  const words = {
    customerName: () => 'Jana Customer',
    notice: (code: string) => `told: ${code}`,
    ask: () => 'Ask Jana',
  };
  const host = startHostCobrowse({ link: hostLink, player: player.port, words, signal: life.signal });
  await until(() => host.phase.value === 'live', 15_000);
  return {
    page,
    player,
    customer,
    drawings,
    host,
    customerLink,
    hostLink,
    grant,
    seen,
    left,
    mirror: player.mirror,
    /** All that left for the host on the mirror channel, as text. */
    wire() {
      for (; heard < customerLink.sent.length; heard++) {
        const sent = customerLink.sent[heard];
        if (sent?.channel === 'mirror') wire += `${reader.text(sent.message)}\n`;
      }
      return wire;
    },
    /** Until the mirror is as `check` wants it. */
    until: (check: (mirror: Document) => unknown) => until(() => Boolean(check(player.mirror())), 20_000),
    close() {
      life.abort();
      document.body.replaceChildren();
    },
  };
}

async function until(check: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!check()) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${check.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
