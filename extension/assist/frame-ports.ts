import * as v from 'valibot';
import type { Browser, Runtime } from 'webextension-polyfill';
import type { FromFrame } from '../../shared/browser/cobrowse/recorded-page.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { fromPageSchema, pagePortName, type FromPage, type ToPage } from '../../shared/protocol/page.ts';

export interface FramePorts {
  /** Lost when no document of ours is in that frame. */
  post(message: ToPage, frame: number): void;
  /** One handler; documents that are there already are told to it at once. */
  receive(handler: (message: FromFrame, frame: number) => void): void;
  origin(frame: number): string | null;
  isThere(frame: number): boolean;
}

export interface FramePortsDeps {
  /** Whether that tab is the one that is shown. */
  isTab(tabId: number | undefined): boolean;
  runtime: Browser['runtime'];
  /** A frame's document has come or gone: there may be one without a recorder. */
  framesChanged(): void;
  /** The page itself has a recorder, has none any more, or is a document of the browser's own making. */
  pageIs(what: 'there' | 'gone' | 'unshowable'): void;
  /** Ends all. */
  signal: AbortSignal;
}

interface Frame {
  port: Runtime.Port;
  ready: FromPage | null;
  origin: string | null;
}

/**
 * One port from each document of a tab that has a recorder. Which frame it is from, and of which origin, is
 * the browser's word; frames get numbers of our own, since the browser's may be anything.
 */
export function createFramePorts({ isTab, runtime, framesChanged, pageIs, signal }: FramePortsDeps): FramePorts {
  const numbers = new Map<number, number>([[0, 0]]);
  const frames = new Map<number, Frame>();
  let handler: ((message: FromFrame, frame: number) => void) | null = null;

  function numberOf(frameId: number): number | null {
    if (!numbers.has(frameId) && numbers.size <= limits.framesEver) numbers.set(frameId, numbers.size);
    return numbers.get(frameId) ?? null;
  }
  function left(frame: number) {
    if (!frames.delete(frame)) return;
    handler?.({ type: 'page.left' }, frame);
    if (frame === 0) pageIs('gone');
    else framesChanged();
  }
  function heard(message: FromPage, frame: number, entry: Frame) {
    if (message.type === 'page.frame-loaded') return framesChanged();
    if (message.type === 'page.unshowable') {
      if (frame === 0) pageIs('unshowable');
      return;
    }
    if (message.type === 'page.ready') {
      entry.ready = message;
      if (frame === 0) pageIs('there');
    }
    handler?.(message, frame);
  }

  function connected(port: Runtime.Port) {
    const { sender } = port;
    if (port.name !== pagePortName || sender?.id !== runtime.id || !isTab(sender.tab?.id)) return;
    const frame = numberOf(sender.frameId ?? 0);
    if (signal.aborted || frame === null) return port.disconnect();
    frames.get(frame)?.port.disconnect();
    left(frame);
    const entry: Frame = { port, ready: null, origin: originOf(sender.url) };
    frames.set(frame, entry);
    port.onMessage.addListener((message) => {
      const parsed = v.safeParse(fromPageSchema, message);
      if (parsed.success && frames.get(frame) === entry) heard(parsed.output, frame, entry);
    });
    port.onDisconnect.addListener(() => {
      if (frames.get(frame) === entry) left(frame);
    });
  }
  function post(message: ToPage, frame: number) {
    try {
      frames.get(frame)?.port.postMessage(message);
    } catch {
      // It has just gone; the next document says that it is ready.
    }
  }

  runtime.onConnect.addListener(connected);
  signal.addEventListener('abort', () => {
    runtime.onConnect.removeListener(connected);
    for (const frame of frames.keys()) post({ type: 'page.stop' }, frame);
    for (const { port } of frames.values()) port.disconnect();
    frames.clear();
  });

  return {
    post,
    receive(next) {
      handler = next;
      for (const [frame, { ready }] of frames) if (ready) next(ready, frame);
    },
    origin: (frame) => frames.get(frame)?.origin ?? null,
    isThere: (frame) => frames.has(frame),
  };
}

/** Null for documents without an address of their own. */
function originOf(url: string | undefined): string | null {
  const origin = url ? new URL(url).origin : 'null';
  return origin === 'null' ? null : origin;
}
