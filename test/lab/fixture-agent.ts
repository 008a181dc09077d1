import { saveNatives } from '../../shared/browser/cobrowse/control/natives.ts';
import { createPageAgent } from '../../shared/browser/cobrowse/page-agent.ts';
import type { ToPage } from '../../shared/protocol/page.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';

/** In the fixture's own realm, as the recorder is in a real page's MAIN world. */
const { besidePort: port, besidePolicy: policy } = window as Window & {
  besidePort?: MessagePort;
  besidePolicy?: PrivacyPolicy;
};
if (port) {
  const agent = createPageAgent({
    natives: saveNatives(),
    post: (message) => port.postMessage(message),
    ...(policy && { policy }),
  });
  port.onmessage = ({ data }: MessageEvent<ToPage>) => agent.receive(data);
}
