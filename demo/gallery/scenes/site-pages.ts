import { press } from '../../../test/support/story/press.ts';
import { typeSignIn } from '../../../test/support/story/sign-in.ts';
import type { Scene } from '../scene.ts';

export const sitePages: Scene = {
  name: 'site',
  async play({ customer, relay, text, shoot }) {
    const join = await customer.open(relay.url);
    await join.waitForSelector('input[name="number"]');
    await shoot(join, 'join');
    await join.type('input[name="number"]', '123456789');
    await join.type('input[name="name"]', 'Jana');
    await press(join, text('join.submit'));
    await join.waitForSelector('.problem');
    await shoot(join, 'join-wrong-number');
    for (const path of ['downloads', 'set-password', 'device', 'admin', 'reports', 'admin/privacy']) {
      const page = await customer.open(`${relay.url}/${path}`);
      await page.waitForSelector('h1');
      await shoot(page, path.replace('/', '-'));
      await page.close();
    }
    const signIn = await customer.open(`${relay.url}/sign-in`);
    await signIn.waitForSelector('h1');
    await shoot(signIn, 'sign-in');
    await typeSignIn(signIn, 'nobody@example.org', 'not the password', text('signIn.submit'));
    await signIn.waitForSelector('.problem');
    await shoot(signIn, 'sign-in-wrong');
  },
};
