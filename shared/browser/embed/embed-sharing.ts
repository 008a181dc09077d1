import { effect, signal } from '@preact/signals';
import type { PageList, PageSharing } from '../assist/page-sharing.ts';
import { createEmbedPage } from './embed-page.ts';
import type { EmbedMemory } from './embed-memory.ts';
import type { OpenerPage } from './opener-page.ts';

/** A page that is just being loaded. */
const waitMs = 2_000;

/**
 * Showing the page that this window was opened from, without an extension. A page's number stands for its origin: what
 * was allowed for one site is not allowed for the next that carries an embed.
 */
export function createEmbedSharing(opener: OpenerPage, memory: EmbedMemory, player: string): PageSharing {
  async function pages(): Promise<PageList> {
    await answered(opener);
    const there = opener.there.peek();
    if (!there) return { pages: [], complete: true };
    const { title, origin } = there;
    return { pages: [{ id: memory.idOf(origin), title: title || origin, origin, front: true }], complete: true };
  }
  return {
    ...memory.kept,
    player,
    onePage: true,
    pages,
    askAccess: () => Promise.resolve(true),
    isAskingAccess: signal(false),
    returnAccess: () => Promise.resolve(),
    // It lies beside this window already.
    bringToFront: () => Promise.resolve(),
    open: (pageId, indicator, life) =>
      createEmbedPage({ opener, origin: memory.originOf(pageId), indicator, signal: life }),
    watch(watcher, _waiting, life) {
      const dispose = effect(() => {
        const origin = opener.there.value?.origin;
        if (origin !== undefined) watcher.looked(memory.idOf(origin));
      });
      life.addEventListener('abort', dispose);
    },
    stopKey: () => Promise.resolve(null),
  };
}

function answered({ there }: OpenerPage): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const timer = setTimeout(() => done.abort(), waitMs);
    done.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    // The effect may be over before there is anything to end it with.
    const dispose = effect(() => {
      if (there.value) queueMicrotask(() => done.abort());
    });
    done.signal.addEventListener('abort', dispose);
  });
}
