import { openPlayer } from './open-player.ts';
import { openSession } from './open-session.ts';
import { afterAsked, openForPointers, pointers, refuseAndAsk } from './pointing.ts';

/** What tests drive from outside, in Chromium and Firefox alike: `page.evaluate(() => window.lab.openSession(…))`. */
const lab = { openPlayer, openSession, afterAsked, openForPointers, pointers, refuseAndAsk };

declare global {
  interface Window {
    lab: typeof lab;
    /** The session that a test has open. */
    session: Awaited<ReturnType<typeof openSession>>;
    player: Awaited<ReturnType<typeof openPlayer>>;
  }
}
window.lab = lab;
