import { type Signal, signal } from '@preact/signals';
import type { FromFrame, PageInfo, RecordedPage } from '../../shared/browser/cobrowse/recorded-page.ts';
import type { FromPage, ToPage } from '../../shared/protocol/page.ts';
import type { HiddenReason } from '../../shared/protocol/peer.ts';
import type { PrivacyPolicy } from '../../shared/protocol/privacy-policy.ts';

export interface CustomerPage extends RecordedPage {
  doc: Document;
  win: Window & typeof globalThis;
  info: Signal<PageInfo | null>;
  hidden: Signal<HiddenReason | null>;
  toPage: ToPage[];
  navigated: string[];
  /** What the page says by itself, as if it came from there. */
  say(message: FromPage): void;
}

/** A page in a frame of its own realm, with the recorder and the host's hands in it. */
export async function openCustomerPage(html: string, policy?: PrivacyPolicy): Promise<CustomerPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:800px;height:600px;border:0;position:absolute;left:0;top:0';
  document.body.append(frame);
  const win = frame.contentWindow as Window & typeof globalThis;
  const doc = win.document;
  doc.open();
  doc.write(`<!doctype html><title>Shop</title>${html}`);
  doc.close();
  const { port1, port2 } = new MessageChannel();
  Object.assign(win, { besidePort: port2, besidePolicy: policy });
  let handler: ((message: FromFrame, frame: number) => void) | null = null;
  const early: FromPage[] = [];
  const say = (message: FromPage) => (handler ? handler(message, 0) : early.push(message));
  const ready = new Promise<void>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<FromPage>) => {
      say(data);
      resolve();
    };
  });
  const script = doc.createElement('script');
  script.type = 'module';
  script.src = new URL('./fixture-agent.ts', import.meta.url).href;
  doc.head.append(script);
  await ready;
  script.remove();
  const toPage: ToPage[] = [];
  const navigated: string[] = [];
  return {
    doc,
    win,
    toPage,
    navigated,
    say,
    post(message) {
      toPage.push(message);
      port1.postMessage(message);
    },
    receive(next) {
      handler = next;
      for (const message of early.splice(0)) next(message, 0);
    },
    frameOrigin: () => null,
    navigate: (kind) => void navigated.push(kind),
    setIndicator() {},
    setPicking() {},
    info: signal<PageInfo | null>({ title: 'Shop', url: 'https://shop.example/', origin: 'https://shop.example' }),
    gone: signal(false),
    hidden: signal<HiddenReason | null>(null),
  };
}
