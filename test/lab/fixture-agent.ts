import { saveNatives } from '../../shared/browser/cobrowse/control/natives.ts';
import { createPageAgent } from '../../shared/browser/cobrowse/page-agent.ts';
import type { ToPage } from '../../shared/protocol/page.ts';

/** In the fixture's own realm, as the recorder is in a real page's MAIN world. */
const { besidePort: port } = window as Window & { besidePort?: MessagePort };
if (port) {
  const agent = createPageAgent({ natives: saveNatives(), post: (message) => port.postMessage(message) });
  port.onmessage = ({ data }: MessageEvent<ToPage>) => agent.receive(data);
}
