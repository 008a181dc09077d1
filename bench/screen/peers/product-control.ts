import type { Page } from 'puppeteer';
import { controlIs } from '../../../test/support/story/hands.ts';
import { press, pressIn } from '../../../test/support/story/press.ts';
import { openTab, row } from '../../../test/support/story/screens.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import type { ScreenPeer } from '../peer.ts';
import type { Stage } from '../stage.ts';
import { productPeer } from './product.ts';

/** The dialog that says what control needs and does not have. */
const lacks = (console: Page) => console.evaluate(() => document.querySelector('dialog[open]') !== null);

async function requestControl(console: Page): Promise<void> {
  await openTab(console, 'desktop');
  await pressIn(console, row('theirs', 'desktop'), 'Request control');
}

const isAsked = (assist: Page) => assist.evaluate(() => document.querySelector('[role="alertdialog"]') !== null);

/** Whether *Request control* leads to a question at the customer's, and not to what is missing. */
export async function offersControl({ story: { console, assist } }: Stage): Promise<boolean> {
  await requestControl(console);
  const answer = await waitFor('an answer to Request control', async () =>
    (await lacks(console)) ? 'no' : (await isAsked(assist)) ? 'yes' : null,
  );
  if (answer === 'no') await press(console, 'Cancel');
  else await press(assist, 'Deny');
  return answer === 'yes';
}

/** The real product with control, where it has some. */
export function productControlPeer(stage: Stage): ScreenPeer {
  const { console, assist } = stage.story;
  const picture = { page: console, surface: 'desktop' } as const;
  return {
    ...productPeer(stage, 'standard'),
    name: 'Beside, control',
    async start() {
      await requestControl(console);
      await waitFor('the question', () => isAsked(assist));
      await press(assist, 'Allow');
      await stage.text.bringToFront();
      await controlIs(picture, 'idle', 30_000);
      return null;
    },
    taken: () => controlIs(picture, 'held', 30_000),
  };
}
