import { waitFor } from '../../test/support/wait-for.ts';
import type { BrowserKind } from '../../test/support/test-browser.ts';
import type { RigState } from '../rig/rig-state.ts';
import type { Area } from './compare.ts';
import type { CorpusPage } from './corpus.ts';
import { facesIn, foreignFramesIn, loaded, leftOutOf, openStill, picture, textOf, typedIn } from './frozen-page.ts';
import type { Stage } from './stage.ts';

/** One page and its mirrors, seen at one moment. */
export interface Look {
  customer: { png: Uint8Array; leftOut: Area[]; typed: string[] };
  /** Null where no mirror came about. */
  hosts: Partial<Record<BrowserKind, { png: Uint8Array; text: string; pageText: string } | null>>;
}

const quietMs = 400;

/** Opens the page, has it mirrored and takes the pictures. Rejects when the page itself cannot be opened. */
export async function lookAt(stage: Stage, base: string, { path, needsExtension }: CorpusPage): Promise<Look> {
  const { customer, hosts } = stage;
  await Promise.all([openStill(customer, `${base}${path}`), stage.resetHosts()]);
  await stage.record();
  const live = await Promise.all(
    hosts.map(({ page }) =>
      isLive(page).then(
        () => true,
        () => false,
      ),
    ),
  );
  // What a page of ours does only once it is being watched.
  await customer.evaluate(() => (window as Window & { later?: () => unknown }).later?.());
  const seen: Look['hosts'] = {};
  for (const [at, { kind, page }] of hosts.entries()) {
    seen[kind] = null;
    if (!live[at]) continue;
    await isQuiet(page);
    await loaded(page, 'window.benchMirror()');
    await hasFonts(page, customer);
    seen[kind] = { png: await picture(page), ...(await textsAtOneMoment(page, customer)) };
  }
  const own = {
    png: await picture(customer),
    leftOut: [...(await leftOutOf(customer)), ...(needsExtension ? [] : await foreignFramesIn(customer))],
    typed: await typedIn(customer),
  };
  return { customer: own, hosts: seen };
}

type Page = Stage['customer'];

const isLive = (page: Page) =>
  waitFor(
    'a mirror',
    () => page.evaluate(() => window.rigState().isLive && Boolean(window.benchMirror?.()?.body)),
    15_000,
  );

/** The mirror's text and the page's beside it, best at a moment in which they are the same: some pages count seconds. */
export async function textsAtOneMoment(host: Page, customer: Page): Promise<{ text: string; pageText: string }> {
  let texts = { text: '', pageText: '' };
  const isSame = async () => {
    texts = { text: await textOf(host, 'window.benchMirror()'), pageText: await textOf(customer, 'document') };
    return texts.text === texts.pageText;
  };
  await waitFor('the same text', isSame, 2_000).catch(() => undefined);
  return texts;
}

/** Until it draws with as many fonts as the page: they come last. */
const hasFonts = (host: Page, customer: Page) =>
  waitFor(
    'the fonts of the page',
    async () => (await facesIn(host, 'window.benchMirror()')) >= (await facesIn(customer, 'document')),
    4_000,
  ).catch(() => undefined);

/** Until nothing more comes. */
async function isQuiet(page: Page): Promise<void> {
  let last = -1;
  let since = performance.now();
  const quiet = async () => {
    const { messages }: RigState = await page.evaluate(() => window.rigState());
    if (messages !== last) since = performance.now();
    last = messages;
    return performance.now() - since > quietMs;
  };
  // A page that never rests is looked at all the same.
  await waitFor('a quiet mirror', quiet, 5_000).catch(() => undefined);
}
