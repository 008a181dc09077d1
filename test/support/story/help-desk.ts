import type { Page } from 'puppeteer';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import { createSiteInbound } from '../../../server/settings/site-inbound.ts';
import { lane } from '../lane.ts';
import { type LocalOptions, type LocalRelay, startLocalRelay } from '../local-relay.ts';
import { makeHost } from '../make-host.ts';
import type { BrowserKind, TestBrowser } from '../test-browser.ts';
import { signInDirectly } from './host.ts';
import { launchWithExtension } from './launch.ts';

export interface HelpDesk {
  relay: LocalRelay;
  host: TestBrowser;
  /** Her window of requests; she is available. */
  desk: Page;
  end(): Promise<void>;
}

/** A site with queues, and Anna, a host who takes what comes. */
export async function openHelpDesk(
  inbound: Inbound,
  kind: BrowserKind = 'chromium',
  options: LocalOptions = {},
): Promise<HelpDesk> {
  const relay = await startLocalRelay({ port: lane().relayPort, ...options });
  await createSiteInbound(relay.deps).set(inbound);
  const host = await launchWithExtension(kind);
  await signInDirectly(host, relay.url, await makeHost(relay.deps, { name: 'Anna Host' }));
  const desk = await host.openExtensionPage('desk');
  await desk.waitForSelector('input[value="available"]');
  await desk.click('label.availability-available');
  return {
    relay,
    host,
    desk,
    async end() {
      await host.close();
      await relay.end();
    },
  };
}
