import type { Natives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { ownElements } from '../../../shared/browser/cobrowse/own-parts.ts';
import { createPageAgent } from '../../../shared/browser/cobrowse/page-agent.ts';
import { createPageBridge } from '../../../shared/browser/cobrowse/page-bridge.ts';
import { shadowRootOf } from '../../../shared/browser/cobrowse/record/shadow-roots.ts';
import type { FromEmbed, ToEmbed } from '../../../shared/protocol/embed.ts';
import type { FromPage } from '../../../shared/protocol/page.ts';
import { createPageIndicator } from './page-indicator.ts';
import { createPickLook } from './pick-look.ts';

export interface EmbedRecorder {
  receive(message: Exclude<ToEmbed, { type: 'embed.look' }>): void;
  /** The window has gone. */
  lost(): void;
}

interface RecorderDeps {
  natives: Natives;
  /** The button. */
  own: HTMLElement | null;
  post(message: FromEmbed): void;
}

/** Recorder, the host's hands and the indicator, in the page's own world. Idle until the page is shown. */
export function startRecorder({ natives, own, post }: RecorderDeps): EmbedRecorder {
  if (own) ownElements.add(own);
  const indicator = createPageIndicator();
  const pickLook = createPickLook();
  let isShown = false;
  let ready: FromPage | null = null;

  function say(message: FromPage) {
    if (message.type === 'page.ready') ready = message;
    if (isShown) post({ type: 'embed.said', message });
  }
  const bridge = createPageBridge({
    win: window,
    toWindow: say,
    toRecorder: (message) => agent.receive(message),
    isWanted: () => isShown,
    // Nobody here sees those from before.
    handClosedRoots: () => undefined,
    rootOf: shadowRootOf,
    helped: false,
    namesAll: !navigator.userAgent.includes('Firefox'),
    signal: new AbortController().signal,
  });
  const agent = createPageAgent({ natives, post: bridge.fromRecorder });

  function lost() {
    isShown = false;
    bridge.lost();
    indicator.draw(null);
    pickLook.set(false);
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'embed.open':
          isShown = true;
          indicator.draw(message.indicator);
          if (ready) say(ready);
          break;
        case 'embed.indicator':
          if (isShown) indicator.draw(message.indicator);
          break;
        case 'embed.close':
          lost();
          break;
        case 'embed.picking':
          pickLook.set(isShown && message.on);
          break;
        case 'embed.navigate':
          if (isShown) go[message.kind]();
          break;
        case 'embed.tell':
          if (isShown) bridge.fromWindow(message.message);
          break;
      }
    },
    lost,
  };
}

const go = {
  back: () => history.back(),
  forward: () => history.forward(),
  reload: () => location.reload(),
};
