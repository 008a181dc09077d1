import { saveNatives } from '../../shared/browser/cobrowse/control/natives.ts';
import { createAssetLoader } from '../../shared/browser/cobrowse/assets/asset-loader.ts';
import { createPageAgent } from '../../shared/browser/cobrowse/page-agent.ts';
import { handClosedRoots } from '../../shared/browser/cobrowse/record/closed-roots.ts';
import type { FromPage, ToPage } from '../../shared/protocol/page.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';

/** In the fixture's own realm, as the recorder is in a real page's MAIN world. */
const {
  besidePort: port,
  besidePolicy: policy,
  closedRoots,
} = window as Window & {
  /** What the extension's own world could see. */
  closedRoots?: Map<Element, ShadowRoot>;
  besidePort?: MessagePort;
  besidePolicy?: PrivacyPolicy;
};
if (port) {
  const post = (message: FromPage) => port.postMessage(message);
  const assets = createAssetLoader({ doc: document, post, helped: false });
  const agent = createPageAgent({
    natives: saveNatives(),
    post(message) {
      if (message.type === 'page.assets') assets.take(message);
      else if (message.type !== 'page.closed-roots') post(message);
      else handClosedRoots(document, message.nonce, (element) => closedRoots?.get(element) ?? null);
    },
    ...(policy && { policy }),
  });
  port.onmessage = ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'page.asset-ask') assets.askFonts(data);
    else agent.receive(data);
    if (data.type === 'page.stop') assets.stop();
  };
}
