import { openChannel, takeChannel } from '../../../extension/content/private-channel.ts';
import { createAssetLoader } from '../../../shared/browser/cobrowse/assets/asset-loader.ts';
import { saveNatives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { createPageAgent } from '../../../shared/browser/cobrowse/page-agent.ts';
import { parseWith } from '../../../shared/protocol/codec.ts';
import { fromPageSchema, type ToPage } from '../../../shared/protocol/page.ts';
import '../rig-state.ts';

/**
 * The recorder in a customer's page without the extension. The way out costs the page what the extension's
 * bridge costs it: its private channel, one check of the shape, one message to another process.
 */
const bridge = openChannel(new AbortController().signal);
const assist = new BroadcastChannel('rig');
const assets = createAssetLoader({
  doc: document,
  post: (message) => assist.postMessage(message),
  helped: true,
  namesAll: !navigator.userAgent.includes('Firefox'),
});
bridge.hear((text) => {
  const parsed = parseWith(fromPageSchema, text);
  if (!parsed.ok) return;
  if (parsed.message.type === 'page.assets') assets.take(parsed.message);
  else assist.postMessage(parsed.message);
});
assist.onmessage = ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'page.asset-ask') assets.askFonts(data);
  else bridge.post(data);
};

window.rigStart = () => {
  const at = performance.timeOrigin + performance.now();
  takeChannel((channel) => {
    const agent = createPageAgent({ natives: saveNatives(), post: channel.post });
    channel.hear((text) => agent.receive(JSON.parse(text) as ToPage));
  });
  return at;
};
