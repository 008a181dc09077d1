import type { ScreenQuality } from '../../../shared/protocol/media.ts';
import { press, pressIn, seesText } from '../../../test/support/story/press.ts';
import { openTab, row } from '../../../test/support/story/screens.ts';
import { waitFor } from '../../../test/support/wait-for.ts';
import type { ScreenPeer } from '../peer.ts';
import type { Stage } from '../stage.ts';
import { forgetFirstFrame, installRtcMeter, notePick, pickToFrame, rtcBytes } from './rtc-meter.ts';

/** Puts into the session's windows what is needed to measure them; once. */
export async function prepareProduct({ story }: Stage): Promise<void> {
  await installRtcMeter(story.console);
  await notePick(story.assist);
}

/** The real product, from the assist window to the console. */
export function productPeer({ story, text }: Stage, quality: ScreenQuality): ScreenPeer {
  const { console, assist } = story;
  const isShown = () => console.evaluate(() => document.querySelector('.screen-view') !== null);
  return {
    name: `Beside, ${quality}`,
    viewer: console,
    picture: '.screen-view video',
    async start() {
      await pressIn(console, '.tab-list', 'Session');
      await (await console.waitForSelector(`input[value="${quality}"]`))?.click();
      await openTab(console, 'desktop');
      await forgetFirstFrame(console);
      await pressIn(console, row('theirs', 'desktop'), 'Request view');
      await seesText(assist, 'see a screen of yours?');
      await press(assist, 'Allow');
      await text.bringToFront();
      return pickToFrame(assist, console);
    },
    received: () => rtcBytes(console),
    helpers: () => [],
    async stop() {
      await pressIn(console, row('theirs', 'desktop'), 'Stop viewing');
      await waitFor('the end of the picture', async () => !(await isShown()));
    },
  };
}
