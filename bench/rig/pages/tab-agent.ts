import '../rig-state.ts';
import { openTabPeer } from './tab-peer.ts';

/** The customer's tab as a picture: captured by the page itself, sent by WebRTC, all by the browser's defaults. */
void openTabPeer('customer').then(({ peer, offer }) => {
  async function show() {
    const options = { video: true, preferCurrentTab: true } as DisplayMediaStreamOptions;
    const stream = await navigator.mediaDevices.getDisplayMedia(options);
    for (const track of stream.getTracks()) peer.addTrack(track, stream);
    await offer();
  }
  window.rigStart = () => {
    const at = performance.timeOrigin + performance.now();
    void show();
    return at;
  };
  window.tabSent = async () => {
    let bytes = 0;
    for (const one of (await peer.getStats()).values() as Iterable<Record<string, unknown>>) {
      if (one['type'] === 'outbound-rtp') bytes += Number(one['bytesSent']) + Number(one['headerBytesSent']);
    }
    return bytes;
  };
});
