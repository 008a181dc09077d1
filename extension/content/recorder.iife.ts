import { saveNatives } from '../../shared/browser/cobrowse/control/natives.ts';
import { hasOwnRecorder } from '../../shared/browser/cobrowse/frames/own-recorder.ts';
import { createPageAgent } from '../../shared/browser/cobrowse/page-agent.ts';
import type { ToPage } from '../../shared/protocol/page.ts';
import { takeChannel } from './private-channel.ts';

/** In the page's MAIN world: only there can be seen what the page does to its styles, fields and shadow roots. */

const once = Symbol.for('beside.recorder');
if (hasOwnRecorder(window) && !(once in document)) {
  Object.defineProperty(document, once, { value: true });
  const natives = saveNatives();
  takeChannel((channel) => {
    const agent = createPageAgent({ natives, post: channel.post });
    // Of our own bridge's; what a page could say here it could do without us.
    channel.hear((text) => agent.receive(JSON.parse(text) as ToPage));
  });
}
