import playerHtml from '../../extension/player/index.html?raw';
import { openPlayer } from '../../shared/browser/cobrowse/open-player.ts';

export interface PlayerPage {
  port: MessagePort;
  frame: HTMLIFrameElement;
  /** What the strict policy had to stop; nothing should get that far. */
  violations: string[];
  /** The mirrored document. */
  mirror(): Document;
}

/** The real player page with its real policy, in a frame. */
export async function openPlayerPage(): Promise<PlayerPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:800px;height:600px;border:0;position:absolute;left:0;top:600px';
  const base = new URL('../../extension/player/main.ts', import.meta.url).href.replace(/main\.ts.*$/, '');
  const closing = new AbortController();
  document.body.append(frame);
  // Vitest's server serves no pages of ours, and a worker has to have an address that it starts from.
  if (import.meta.env.MODE === 'test' && frame.contentDocument) {
    frame.contentDocument.open();
    frame.contentDocument.write(playerHtml.replaceAll('"./', `"${base}`));
    frame.contentDocument.close();
  } else frame.src = `${base}index.html`;
  const port = await openPlayer(frame, closing.signal);
  const violations: string[] = [];
  const watch = (doc: Document) =>
    doc.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    );
  if (frame.contentDocument) watch(frame.contentDocument);
  const inner = () =>
    frame.contentDocument?.querySelector<HTMLIFrameElement>('#mirror iframe')?.contentDocument ?? null;
  let watched: Document | null = null;
  return {
    port,
    frame,
    violations,
    mirror() {
      const doc = inner();
      if (!doc) throw new Error('nothing is played');
      if (doc !== watched) watch((watched = doc));
      return doc;
    },
  };
}
