import type { Scene } from '../scene.ts';
import { signInIfAsked } from '../sign-in-if-asked.ts';

/** A site on its first day. */
export const emptySite: Scene = {
  name: 'empty',
  async play({ host, customer, relay, anna, admin, text, shoot }) {
    const signedIn = async (path: string, who: typeof anna, browser: typeof host) => {
      const page = await browser.open(`${relay.url}/${path}`);
      await page.setViewport({ width: 1280, height: 900 });
      await signInIfAsked(page, who, text('signIn.submit'));
      return page;
    };
    const queues = await signedIn('admin', admin, customer);
    for (const section of ['queues', 'live', 'hosts', 'audit', 'api']) {
      await queues.evaluate((to) => void (location.hash = to), section);
      await queues.waitForSelector('.admin-view h1');
      await shoot(queues, section);
    }
    await shoot(await signedIn('reports', anna, host), 'reports');
    for (const path of ['reports/figures', 'recordings']) {
      const page = await signedIn(path, anna, host);
      await shoot(page, path.replace('/', '-'));
    }
    const help = await customer.open(`${relay.url}/help`);
    await help.waitForSelector('h1, .problem');
    await shoot(help, 'help', { width: 460, height: 720 });
  },
};
