import type { Scene } from '../scene.ts';

export const options: Scene = {
  name: 'options',
  async play({ host, shoot }) {
    const page = await host.openExtensionPage('options');
    await page.waitForSelector('h1');
    await shoot(page, 'settings');
    const signIn = await host.openExtensionPage('options', '#sign-in');
    await signIn.waitForSelector('main *');
    await shoot(signIn, 'sign-in', { width: 480, height: 560 });
  },
};
