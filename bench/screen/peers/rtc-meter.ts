import type { Page } from 'puppeteer';
import { waitFor } from '../../../test/support/wait-for.ts';

declare global {
  interface Window {
    benchPeers: RTCPeerConnection[];
    /** When the first frame of a video was there, ms since 1970. */
    benchFirstFrame: number | undefined;
    /** When the picker had given a screen. */
    benchPicked: number | undefined;
  }
}

/** Looks into a page that receives pictures over WebRTC, whoever wrote it; put there before it makes its peer. */
export async function installRtcMeter(viewer: Page): Promise<void> {
  await viewer.evaluate(() => {
    window.benchPeers = [];
    const Plain = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Plain {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.benchPeers.push(this);
      }
    };
    const note = () => (window.benchFirstFrame ??= performance.timeOrigin + performance.now());
    document.addEventListener('loadeddata', note, true);
  });
}

/** Notes in a page of the owner's when its picker has given a screen. */
export async function notePick(owner: Page): Promise<void> {
  await owner.evaluate(() => {
    const devices = navigator.mediaDevices;
    const plain = devices.getDisplayMedia.bind(devices);
    devices.getDisplayMedia = async (options) => {
      const stream = await plain(options);
      window.benchPicked = performance.timeOrigin + performance.now();
      return stream;
    };
  });
}

/** All that came over all peers, with what is around the pictures. */
export const rtcBytes = (viewer: Page): Promise<number> =>
  viewer.evaluate(async () => {
    const open = window.benchPeers.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(open.map((peer) => peer.getStats()));
    const entries = reports.flatMap((report) => [...report.values()] as Record<string, unknown>[]);
    return entries
      .filter(({ type }) => type === 'candidate-pair')
      .reduce((sum, { bytesReceived }) => sum + Number(bytesReceived), 0);
  });

export const forgetFirstFrame = (viewer: Page): Promise<void> =>
  viewer.evaluate(() => void (window.benchFirstFrame = undefined));

/** From the choice to the first frame, ms, on the clock that both browsers share. */
export async function pickToFrame(owner: Page, viewer: Page): Promise<number> {
  const first = await waitFor('the first frame', () => viewer.evaluate(() => window.benchFirstFrame), 20_000);
  const picked = await owner.evaluate(() => window.benchPicked);
  return first - (picked ?? NaN);
}
