import { saveNatives } from '../../shared/browser/cobrowse/control/natives.ts';
import { hasOwnRecorder } from '../../shared/browser/cobrowse/frames/own-recorder.ts';
import { createPageAgent } from '../../shared/browser/cobrowse/page-agent.ts';
import type { ToPage } from '../../shared/protocol/page.ts';
import { takePort } from './port-handover.ts';

/** In the page's MAIN world: only there can be seen what the page does to its styles, fields and shadow roots. */

const once = Symbol.for('beside.recorder');
if (hasOwnRecorder(window) && !(once in document)) {
  Object.defineProperty(document, once, { value: true });
  const natives = saveNatives();
  takePort((port) => {
    const agent = createPageAgent({ natives, post: (message) => port.postMessage(message) });
    port.onmessage = ({ data }: MessageEvent<ToPage>) => agent.receive(data);
  });
}
