import { saveNatives } from '../../../shared/browser/cobrowse/control/natives.ts';
import { answerCalls } from './answer-calls.ts';
import type { EmbedRecorder, startRecorder } from './embed-recorder.ts';
import { showButton } from './help-button.ts';
import { createHelpWindow } from './help-window.ts';
import { isQueueOpen } from './queue-state.ts';
import { helpAddress, readAnswers, readSettings } from './settings.ts';

interface RecorderScript {
  startRecorder: typeof startRecorder;
}

/**
 * On each page of a site: a button, and an ear for the relay's help window. All that is heavy is loaded when that
 * window shows the page.
 */
function begin(script: HTMLScriptElement): void {
  const settings = readSettings(script);
  const { relay } = settings;
  const natives = saveNatives();
  const helpWindow = createHelpWindow(() => {
    const { title } = document;
    return helpAddress(settings, readAnswers(script), { title, url: location.origin + location.pathname });
  });
  const button = showButton({ ...settings, press: helpWindow.open });
  let recorder: Promise<EmbedRecorder | null> | null = null;

  async function load(): Promise<EmbedRecorder | null> {
    try {
      const address = `${relay}/embed-recorder.js`;
      const loaded = (await import(/* @vite-ignore */ address)) as RecorderScript;
      return loaded.startRecorder({ natives, own: button.host, post });
    } catch {
      // The site's policy may forbid it. The next time it may not.
      recorder = null;
      post({ type: 'embed.blocked' });
      return null;
    }
  }
  void isQueueOpen(settings).then(button.setOpen);
  const { post } = answerCalls({
    relay,
    opened: () => helpWindow.opened,
    heard(message) {
      if (message.type === 'embed.open') recorder ??= load();
      void recorder?.then((loaded) => loaded?.receive(message));
    },
    talks(on) {
      button.setActive(on);
      if (!on) void recorder?.then((loaded) => loaded?.lost());
    },
  });
}

const once = Symbol.for('beside.embed');
const script = document.currentScript;
// Frames are in the recording of the page around them, or in none.
if (script instanceof HTMLScriptElement && window.parent === window && !(once in document)) {
  Object.defineProperty(document, once, { value: true });
  begin(script);
}
