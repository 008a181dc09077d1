import { press, seesText } from '../../../test/support/story/press.ts';
import { typeSignIn } from '../../../test/support/story/sign-in.ts';
import type { Scene } from '../scene.ts';

const queueTabs = ['general', 'service', 'hours', 'form', 'rules', 'session', 'texts', 'website'];

export const admin: Scene = {
  name: 'admin',
  async play({ customer, relay, admin: ada, text, setQueues, shoot }) {
    const page = await customer.open(`${relay.url}/admin`);
    await page.setViewport({ width: 1280, height: 900 });
    await typeSignIn(page, ada.email, ada.password, text('signIn.submit'));
    await page.waitForSelector('.admin-view h1');
    await shoot(page, 'queues-empty');
    await setQueues();
    await page.reload();
    await page.waitForSelector('.admin-view h1, input[name="email"]');
    if (await page.$('input[name="email"]')) await typeSignIn(page, ada.email, ada.password, text('signIn.submit'));
    await page.waitForSelector('.admin-view h1');
    const go = async (place: string) => {
      await page.evaluate((to) => void (location.hash = to), place);
      await page.waitForSelector('.admin-view h1');
    };
    await go('#queues');
    await seesText(page, 'Night desk');
    await shoot(page, 'queues');
    for (const tab of queueTabs) {
      await go(`#queues/shop/${tab}`);
      await shoot(page, `queue-${tab}`);
    }
    for (const section of ['live', 'hosts', 'branding', 'site', 'api', 'audit']) {
      await go(`#${section}`);
      await shoot(page, section);
    }
    const privacy = await customer.open(`${relay.url}/admin/privacy`);
    await privacy.waitForSelector('h1, input[name="email"]');
    if (await privacy.$('input[name="email"]')) {
      await typeSignIn(privacy, ada.email, ada.password, text('signIn.submit'));
    }
    await privacy.waitForSelector('.picture iframe');
    await press(privacy, text('privacy.addRule'));
    await shoot(privacy, 'privacy');
  },
};
