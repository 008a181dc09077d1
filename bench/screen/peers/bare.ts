import { type ScreenPeer, roomQuery } from '../peer.ts';
import type { Box } from '../picture.ts';
import type { Stage } from '../stage.ts';
import { forgetFirstFrame, installRtcMeter, pickToFrame, rtcBytes } from './rtc-meter.ts';

declare global {
  interface Window {
    benchShare(): Promise<void>;
    benchStop(): void;
  }
}

/** Two pages that show a screen over a bare RTCPeerConnection, with the browser's own settings (VP8). */
export async function barePeer(stage: Stage, room: Box): Promise<ScreenPeer> {
  const owner = await stage.openWindow('customer', '/bare-owner.html');
  const viewer = await stage.openWindow('host', `/bare-viewer.html?${roomQuery(room)}`);
  await installRtcMeter(viewer);
  await stage.text.bringToFront();
  return {
    name: 'bare WebRTC, VP8',
    viewer,
    picture: 'video',
    async start() {
      await forgetFirstFrame(viewer);
      await owner.evaluate(() => window.benchShare());
      await stage.text.bringToFront();
      return pickToFrame(owner, viewer);
    },
    received: () => rtcBytes(viewer),
    helpers: () => [],
    async stop() {
      await owner.evaluate(() => window.benchStop());
    },
  };
}
