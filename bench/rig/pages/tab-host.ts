import type { RigState } from '../rig-state.ts';
import { openTabPeer } from './tab-peer.ts';

/** A viewer of a captured tab. */
const video = document.createElement('video');
video.muted = true;
video.style.cssText = 'position:fixed;left:0;top:0;width:100vw';
document.body.append(video);
let first: number | null = null;

const { peer } = await openTabPeer('host');
peer.addEventListener('track', ({ streams: [stream] }) => {
  video.srcObject = stream ?? null;
  void video.play();
});

video.requestVideoFrameCallback((_now, { expectedDisplayTime }) => {
  first = performance.timeOrigin + expectedDisplayTime;
});
window.benchPicture = () => first;
window.rigState = (): RigState => ({ isLive: first !== null, messages: 0, rebuilds: 0 });
window.benchReady = true;
