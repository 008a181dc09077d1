import { press, seesText } from '../../../test/support/story/press.ts';
import type { Scene } from '../scene.ts';
import { signInIfAsked } from '../sign-in-if-asked.ts';

const queueTabs = ['general', 'service', 'hours', 'form', 'rules', 'session', 'texts', 'website'];

export const admin: Scene = {
  name: 'admin',
  async play({ customer, relay, admin: ada, text, setQueues, shoot }) {
    await setQueues();
    const page = await customer.open(`${relay.url}/admin`);
    await page.setViewport({ width: 1280, height: 900 });
    await signInIfAsked(page, ada, text('signIn.submit'));
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
    for (const section of ['live', 'hosts', 'branding', 'recording', 'site', 'data', 'api', 'audit']) {
      await go(`#${section}`);
      await shoot(page, section);
    }
    const privacy = await customer.open(`${relay.url}/admin/privacy`);
    await signInIfAsked(privacy, ada, text('signIn.submit'));
    await privacy.waitForSelector('.picture iframe');
    await press(privacy, text('privacy.addRule'));
    await shoot(privacy, 'privacy');
  },
};
