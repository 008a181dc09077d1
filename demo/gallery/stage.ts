import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import type { Language } from '../../shared/browser/ui/language.ts';
import { cs } from '../../shared/browser/ui/messages/cs.ts';
import { en } from '../../shared/browser/ui/messages/en.ts';
import type { TestHost } from '../../test/support/make-host.ts';
import type { TestRelay } from '../../test/support/relay.ts';
import { screenshot } from '../../test/support/screenshot.ts';
import { signInDirectly } from '../../test/support/story/host.ts';
import type { TestBrowser } from '../../test/support/test-browser.ts';
import { queuesOfGallery } from './queues-of-gallery.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** Names as long as they may be, and as short as they come. */
export const names = {
  customer: 'Jana Nová',
  long: 'Maximiliana Konstantina Hohenzollern-Schwarzenbergová z Brna',
} as const;

export interface Picture {
  scene: string;
  view: string;
  scheme: Scheme;
}

/** Two real browsers and a relay, in one language, and the camera. */
export interface Stage {
  language: Language;
  relay: TestRelay;
  host: TestBrowser;
  customer: TestBrowser;
  anna: TestHost;
  admin: TestHost;
  /** What that text is in the language of the browsers, filled in. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Queues are there from then on. */
  setQueues(): Promise<void>;
  /** A picture in each scheme. `size`: of what the browser itself makes small. */
  shoot(page: Page, view: string, size?: { width: number; height: number }): Promise<void>;
}

interface Deps extends Pick<Stage, 'language' | 'relay' | 'host' | 'customer' | 'anna' | 'admin'> {
  scene: string;
  folder: string;
  took: (picture: Picture) => void;
}

/** Colours change slowly, and pictures come late. */
const settleMs = 250;

export function createStage({ scene, folder, took, ...given }: Deps): Stage {
  const { language, relay, host, anna, admin } = given;
  const texts: Readonly<Record<string, string>> = { en, cs }[language];
  return {
    ...given,
    text(key, values = {}) {
      const found = texts[key];
      if (found === undefined) throw new Error(`There is no text "${key}".`);
      return found.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name]));
    },
    signIn: () => signInDirectly(host, relay.url, anna),
    signOut: () => host.inExtension(`(globalThis.browser ?? chrome).storage.session.clear()`),
    setQueues: () => queuesOfGallery(relay.url, admin.bearer),
    async shoot(page, view, size) {
      if (size) await page.setViewport(size);
      await page.bringToFront();
      for (const scheme of schemes) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['scheme'] = wanted;
          for (const frame of document.querySelectorAll('iframe')) frame.dataset['scheme'] = wanted;
        }, scheme);
        await sleep(settleMs);
        await screenshot(page, folder, `${scene}-${view}-${scheme}`);
        took({ scene, view, scheme });
      }
    },
  };
}
