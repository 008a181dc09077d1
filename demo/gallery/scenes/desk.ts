import { call } from '../../../test/support/relay-client.ts';
import { seesText } from '../../../test/support/story/press.ts';
import type { Scene } from '../scene.ts';
import { names } from '../stage.ts';

const size = { width: 400, height: 640 };

export const desk: Scene = {
  name: 'desk',
  async play({ host, customer, relay, petr, setQueues, signIn, shoot }) {
    await setQueues();
    await signIn(petr);
    const page = await host.openExtensionPage('desk');
    await page.waitForSelector('.availability-available');
    await page.click('.availability-available');
    await shoot(page, 'nobody-waits', size);
    const ask = (queueId: string, name: string, answers: object) =>
      call(relay.url, 'POST', '/api/requests', {
        body: {
          queueId,
          name,
          answers,
          hostId: null,
          language: 'en',
          from: { url: 'https://shop.example/cart', title: 'Your cart' },
        },
      });
    await ask('shop', names.long, { order: '4711', about: 'Delivery' });
    await ask('billing', names.customer, {});
    const waiting = await customer.open(`${relay.url}/help/billing`);
    await waiting.waitForSelector('h1');
    await seesText(page, names.customer);
    await shoot(page, 'offers', size);
  },
};
