import { effect, signal, untracked } from '@preact/signals';
import type { HiddenReason } from '../../protocol/peer.ts';
import type { FromFrame, Indicator, PageInfo, RecordedPage } from '../cobrowse/recorded-page.ts';
import type { OpenerPage, PageThere } from './opener-page.ts';

interface EmbedPageDeps {
  opener: OpenerPage;
  /** Of the site that was allowed; pages of others are not shown. */
  origin: string;
  indicator: Indicator;
  /** Ends the share: recorder off, frame and badge gone. */
  signal: AbortSignal;
}

/** A page of the site that takes longer to come is told of as one that is somewhere else, until it is here. */
const awayAfterMs = 3_000;
/** Its recorder has to be loaded first. */
const blockedAfterMs = 6_000;

/** The page that carries `embed.js`, over the port that it gave; and the next one of its site, and the next. */
export function createEmbedPage({ opener, origin, indicator: first, signal: life }: EmbedPageDeps): RecordedPage {
  const info = signal<PageInfo | null>(null);
  const gone = signal(false);
  const hidden = signal<HiddenReason | null>(null);
  let handler: ((message: FromFrame, frame: number) => void) | null = null;
  let indicator = first;
  /** Which answer is being shown. */
  let shown: number | null = null;
  let ready: FromFrame | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function left() {
    if (shown === null) return;
    shown = null;
    ready = null;
    handler?.({ type: 'page.left' }, 0);
  }
  /** Unless something else comes first. */
  function expect(reason: HiddenReason, withinMs: number) {
    clearTimeout(waiting);
    waiting = setTimeout(() => (hidden.value = reason), withinMs);
  }
  function follow(there: PageThere | null) {
    if (life.aborted) return;
    if (there?.origin !== origin) {
      left();
      if (!there) expect('left-site', awayAfterMs);
      else {
        clearTimeout(waiting);
        // First hidden, then told: control is over, and what another site's page is called stays here.
        hidden.value = 'left-site';
        info.value = { title: '', url: `${there.origin}/`, origin: there.origin };
      }
      return;
    }
    const { pathname } = new URL(origin + there.path);
    const next = { title: there.title, url: origin + pathname, origin, address: origin + there.path };
    if (JSON.stringify(next) !== JSON.stringify(info.peek())) info.value = next;
    if (shown === there.answer) return;
    left();
    shown = there.answer;
    expect('blocked', blockedAfterMs);
    opener.post({ type: 'embed.open', indicator });
  }

  opener.listen((message) => {
    if (shown === null) return;
    if (message.type === 'embed.blocked') {
      hidden.value = 'blocked';
      return;
    }
    const said = message.message;
    // Nobody here can read what the page cannot.
    if (said.type === 'page.asset-seen' || said.type === 'page.unshowable') return;
    if (said.type === 'page.ready') {
      ready = said;
      clearTimeout(waiting);
      hidden.value = null;
    }
    handler?.(said, 0);
  }, life);
  const disposers = [
    effect(() => {
      const there = opener.there.value;
      untracked(() => follow(there));
    }),
    effect(() => {
      if (opener.closed.value) gone.value = true;
    }),
  ];
  const tell = (message: Parameters<RecordedPage['post']>[0]) => {
    if (shown !== null) opener.post({ type: 'embed.tell', message });
  };
  life.addEventListener('abort', () => {
    clearTimeout(waiting);
    for (const dispose of disposers) dispose();
    tell({ type: 'page.stop' });
    if (shown !== null) opener.post({ type: 'embed.close' });
    shown = null;
  });

  return {
    info,
    gone,
    hidden,
    post(message, frame = 0) {
      if (frame === 0) tell(message);
    },
    receive(next) {
      handler = next;
      if (ready) next(ready, 0);
    },
    frameOrigin: (frame) => (frame === 0 ? origin : null),
    navigate(kind) {
      if (shown !== null) opener.post({ type: 'embed.navigate', kind });
    },
    setIndicator(next) {
      indicator = next;
      if (shown !== null) opener.post({ type: 'embed.indicator', indicator });
    },
    setPicking(on) {
      if (shown !== null) opener.post({ type: 'embed.picking', on });
    },
  };
}
