import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Link } from '../../shared/browser/link/contract.ts';
import type { Media } from '../../shared/browser/link/media.ts';
import type { SessionClient } from '../../shared/browser/link/session-client.ts';
import type { OwnManager } from '../../shared/browser/manager/own-manager.ts';
import type { ScreenSurface } from '../../shared/browser/screen/capture.ts';
import { createScreenControl, type ScreenControl } from '../../shared/browser/screen/control/screen-control.ts';
import { sendPatches } from '../../shared/browser/screen/patches/send-patches.ts';
import { createScreenDrawings, type ScreenDrawings } from '../../shared/browser/screen/drawing/screen-drawings.ts';
import { createOwnScreens, type OwnScreens } from '../../shared/browser/screen/own-screens.ts';
import { createWatchedScreens, type WatchedScreen } from '../../shared/browser/screen/watched-screens.ts';
import type { ScreenQuality } from '../../shared/protocol/media.ts';
import { type Share, shareKey, type ShareRef } from '../../shared/session/share.ts';
import type { Participant } from '../../shared/session/state.ts';
import { type AwaitedControl, createAwaitedControl } from './awaited-control.ts';

type Level = ShareRef['level'];
/** `theirs`: the customer's screens. `ours`: the host's. */
export type ScreenSide = 'theirs' | 'ours';

/** Both levels of one surface in one direction. */
export interface ScreenShares {
  viewRef: ShareRef;
  view: Share | null;
  control: Share | null;
}

export interface ConsoleScreens {
  /** The host's own. */
  own: OwnScreens;
  /** The customer's, that are shown here. */
  watched: ReadonlySignal<readonly WatchedScreen[]>;
  /** Hands on both. */
  control: ScreenControl;
  /** What is drawn over both. */
  drawings: ScreenDrawings;
  /** Control that waits until the customer has a Support Manager. */
  awaited: AwaitedControl;
  /** Null without a customer. */
  shares(side: ScreenSide, surface: ScreenSurface): ScreenShares | null;
  /** Asks the customer; what is the host's own is chosen first, so call it from a click. */
  ask(side: ScreenSide, surface: ScreenSurface, level: Level): void;
  withdraw(side: ScreenSide, surface: ScreenSurface): void;
  /** Gives back what the customer shows. */
  release(surface: ScreenSurface, level: Level): void;
}

interface Deps {
  client: SessionClient;
  link: ReadonlySignal<Link | null>;
  media: ReadonlySignal<Media | null>;
  customer: ReadonlySignal<Participant | null>;
  quality: ReadonlySignal<ScreenQuality>;
  manager: OwnManager;
  /** The host is being asked something by the rest of the console. */
  isAsked: ReadonlySignal<boolean>;
  perform: SessionClient['perform'];
  signal: AbortSignal;
}

/** Desktops and applications at the host's, both ways. */
export function createConsoleScreens(deps: Deps): ConsoleScreens {
  const { client, link, media, customer, quality, manager, perform, signal: life } = deps;
  const me = client.selfId;
  const speaks = computed(() => client.connection.value.phase !== 'stopped' && client.state.value.phase === 'open');
  const canControl = () => manager.client.peek() !== null;
  const ahead = signal<MediaStream | null>(null);
  const own = createOwnScreens({ client, media, quality, ahead, speaks, canControl, tabs: null, signal: life });
  const isAsked = computed(() => deps.isAsked.value || own.choosing.value !== null);
  const control = createScreenControl({
    link,
    other: computed(() => customer.value?.id ?? null),
    manager,
    own,
    quality,
    ahead,
    sendPatches,
    isAsked,
    tellsAbility: false,
    signal: life,
  });
  const watched = createWatchedScreens(client.state, me, media);
  const drawings = createScreenDrawings({
    link,
    shown: computed(() => own.shown.value.map(({ view }) => view.grantId)),
    watched: computed(() => watched.value.map(({ view }) => view.grantId)),
    signal: life,
  });
  const awaited = createAwaitedControl({ control, ask: (surface) => ask('theirs', surface, 'control'), signal: life });
  const dispose = effect(() => media.value?.wantQuality(quality.value));
  life.addEventListener('abort', dispose);

  function refOf(side: ScreenSide, surface: ScreenSurface, level: Level): ShareRef | null {
    const other = customer.value?.id;
    if (other === undefined) return null;
    return side === 'theirs'
      ? { owner: other, viewer: me, surface, level }
      : { owner: me, viewer: other, surface, level };
  }
  function shareOf(side: ScreenSide, surface: ScreenSurface, level: Level): Share | null {
    const state = client.state.value;
    const ref = refOf(side, surface, level);
    return ref && state.phase === 'open' ? (state.shares[shareKey(ref)] ?? null) : null;
  }
  function ask(side: ScreenSide, surface: ScreenSurface, level: Level): void {
    const ref = refOf(side, surface, level);
    if (!ref) return;
    if (side === 'ours') void own.offer(ref);
    else void perform({ type: 'share.request', ref, direction: 'request' });
  }

  return {
    own,
    watched,
    control,
    drawings,
    awaited,
    shares(side, surface) {
      const viewRef = refOf(side, surface, 'view');
      return viewRef && { viewRef, view: shareOf(side, surface, 'view'), control: shareOf(side, surface, 'control') };
    },
    ask,
    withdraw(side, surface) {
      for (const level of ['view', 'control'] as const) {
        const asked = shareOf(side, surface, level);
        if (asked?.phase === 'requested')
          void perform({ type: 'share.refuse', requestId: asked.requestId, reason: 'withdrawn' });
      }
    },
    release(surface, level) {
      const on = shareOf('theirs', surface, level);
      if (on?.phase === 'on') {
        void perform({ type: 'share.end', ref: on.ref, grantId: on.grantId, reason: 'released' });
      }
    },
  };
}
