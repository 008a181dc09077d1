import * as v from 'valibot';
import { createAssetLoader } from '../../../shared/browser/cobrowse/assets/asset-loader.ts';
import { saveNatives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { createPageAgent } from '../../../shared/browser/cobrowse/page-agent.ts';
import { fromPageSchema, type ToPage } from '../../../shared/protocol/page.ts';
import '../rig-state.ts';

/**
 * The recorder in a customer's page without the extension. The way out costs the page what the extension's
 * bridge costs it: one port, one check of the shape, one message to another process.
 */
const { port1: inner, port2: outer } = new MessageChannel();
const assist = new BroadcastChannel('rig');
const assets = createAssetLoader({
  doc: document,
  post: (message) => assist.postMessage(message),
  helped: true,
  namesAll: !navigator.userAgent.includes('Firefox'),
});
outer.onmessage = ({ data }) => {
  const parsed = v.safeParse(fromPageSchema, data);
  if (!parsed.success) return;
  if (parsed.output.type === 'page.assets') assets.take(parsed.output);
  else assist.postMessage(parsed.output);
};
assist.onmessage = ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'page.asset-ask') assets.askFonts(data);
  else outer.postMessage(data);
};

window.rigStart = () => {
  const at = performance.timeOrigin + performance.now();
  const agent = createPageAgent({ natives: saveNatives(), post: (message) => inner.postMessage(message) });
  inner.onmessage = ({ data }: MessageEvent<ToPage>) => agent.receive(data);
  return at;
};
