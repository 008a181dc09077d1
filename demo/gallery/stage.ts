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

/** Of the assist window, as it opens. */
export const assistSize = { width: 440, height: 680 };

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
  /** A host who is in no session. */
  petr: TestHost;
  admin: TestHost;
  /** What that text is in the language of the browsers, filled in. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Left out: Anna. */
  signIn(who?: TestHost): Promise<void>;
  signOut(): Promise<void>;
  /** Queues are there from then on. */
  setQueues(): Promise<void>;
  /** A picture in each scheme. `size`: of what the browser itself makes small. */
  shoot(page: Page, view: string, size?: { width: number; height: number }): Promise<void>;
}

interface Deps extends Pick<Stage, 'language' | 'relay' | 'host' | 'customer' | 'anna' | 'petr' | 'admin'> {
  scene: string;
  folder: string;
  took: (picture: Picture) => void;
}

/** A window that is covered draws no frames: it is waited for no longer than this. */
const drawnWithinMs = 250;

/** Until the page is drawn as it is now. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    (withinMs) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, withinMs);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
    drawnWithinMs,
  );

/** Colours that are still on their way from one to another would be in the pictures. */
const endTransitions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.adoptedStyleSheets.length > 0) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, ::before, ::after { transition: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });

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
    signIn: (who = anna) => signInDirectly(host, relay.url, who),
    signOut: () => host.inExtension(`(globalThis.browser ?? chrome).storage.session.clear()`),
    setQueues: () => queuesOfGallery(relay.url, admin.bearer),
    async shoot(page, view, size) {
      if (size) await page.setViewport(size);
      await page.bringToFront();
      // Nothing is pointed at.
      await page.mouse.move(0, 0);
      await endTransitions(page);
      for (const scheme of schemes) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['scheme'] = wanted;
          for (const frame of document.querySelectorAll('iframe')) frame.dataset['scheme'] = wanted;
        }, scheme);
        await drawn(page);
        await screenshot(page, folder, `${scene}-${view}-${scheme}`);
        took({ scene, view, scheme });
      }
    },
  };
}
