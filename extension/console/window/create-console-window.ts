import { batch, computed, type ReadonlySignal, signal as createSignal } from '@preact/signals';
import type { HostDesk } from '../../desk/create-host-desk.ts';
import { consoleHash, readConsoleHash, sessionsHeldAtMost } from '../../platform/console-address.ts';
import type { SessionId } from '../../../shared/protocol/ids.ts';
import { type Layout, layoutFor, layouts as allLayouts } from '../../../shared/queue/layouts.ts';
import { type HeldSession, holdSession, type HoldDeps } from './hold-session.ts';
import { readPlace, keepPlace } from './kept-place.ts';
import { looked, tilesOf } from './looked-at.ts';

/** A window of the host's: the sessions that it holds, and how they are laid out. */
export interface ConsoleWindow {
  /** In the order in which they were opened: that of their keys. */
  readonly held: ReadonlySignal<readonly HeldSession[]>;
  /** Whose tools are there. */
  readonly front: ReadonlySignal<HeldSession | null>;
  /** Whose surfaces are seen: the front one, or up to four. */
  readonly shown: ReadonlySignal<readonly SessionId[]>;
  /** Those looked at last, the front one first. */
  readonly recent: ReadonlySignal<readonly SessionId[]>;
  /** Several live tiles in place of one session. */
  readonly isTiled: ReadonlySignal<boolean>;
  readonly layout: ReadonlySignal<Layout>;
  /** Those that the host may choose from. */
  readonly layouts: ReadonlySignal<readonly Layout[]>;
  /** Why a session could not be opened, as a code. */
  readonly problem: ReadonlySignal<string | null>;
  /** Holds a session, and brings it to the front if that is wished. */
  open(sessionId: SessionId, toFront?: boolean): Promise<void>;
  /** Puts it away: it comes back only when it is opened again. */
  letGo(sessionId: SessionId): void;
  /** Those that were put away. */
  putAway(): readonly SessionId[];
  tile(isTiled: boolean): void;
  choose(layout: Layout): void;
}

export interface WindowDeps extends Omit<HoldDeps, 'isLookedAt'> {
  desk: Pick<HostDesk, 'view'>;
  /** The host has chosen it last. */
  wished: Layout | null;
  keepLayout(layout: Layout): void;
}

export function createConsoleWindow(deps: WindowDeps): ConsoleWindow {
  const { desk, signal: life } = deps;
  const address = readConsoleHash(location.hash);
  const place = readPlace(history.state);
  const held = createSignal<readonly HeldSession[]>([]);
  const recent = createSignal<readonly SessionId[]>(place.front === null ? [] : [place.front]);
  const isTiled = createSignal(place.isTiled);
  const wished = createSignal<Layout | null>(address.layout ?? deps.wished);
  const problem = createSignal<string | null>(null);
  const opening = new Map<SessionId, Promise<void>>();
  /** As they were asked for, held already or not. */
  let order: readonly SessionId[] = [];
  let putAway = place.putAway;

  const layouts = computed(() => desk.view.value?.consoles ?? allLayouts);
  // Before the relay has said what may be had, it is what it was.
  const layout = computed(() => layoutFor(wished.value, layouts.value));
  const front = computed(() => {
    const [first] = recent.value;
    return held.value.find(({ id }) => id === first) ?? held.value[0] ?? null;
  });
  const shown = computed(() => {
    const ids = held.value.map(({ id }) => id);
    if (layout.value === 'multi' && isTiled.value) return tilesOf(ids, recent.value);
    return front.value ? [front.value.id] : [];
  });

  /** What is on its way here is in the address already, for others who look. */
  const tell = () =>
    keepPlace({
      hash: consoleHash({ sessions: order, layout: wished.peek() }),
      front: front.peek()?.id ?? null,
      isTiled: isTiled.peek(),
      putAway,
    });
  const isLookedAt = (id: SessionId) => front.peek()?.id === id && document.hasFocus();

  async function hold(sessionId: SessionId): Promise<void> {
    const result = await holdSession({ ...deps, isLookedAt }, sessionId);
    if (life.aborted) return;
    problem.value = result.ok ? null : result.code;
    if (!result.ok) {
      order = order.filter((id) => id !== sessionId);
      return;
    }
    held.value = [...held.peek(), result.value].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
  async function open(sessionId: SessionId, toFront = true): Promise<void> {
    putAway = putAway.filter((id) => id !== sessionId);
    if (!order.includes(sessionId)) {
      if (order.length >= sessionsHeldAtMost) {
        problem.value = 'console.full';
        return;
      }
      order = [...order, sessionId];
      tell();
      opening.set(
        sessionId,
        hold(sessionId).finally(() => opening.delete(sessionId)),
      );
    }
    await opening.get(sessionId);
    const isHeld = held.peek().some(({ id }) => id === sessionId);
    if (toFront && isHeld) recent.value = looked(recent.peek(), sessionId);
    tell();
  }

  return {
    held,
    front,
    shown,
    recent,
    isTiled,
    layout,
    layouts,
    problem,
    open,
    putAway: () => putAway,
    letGo(sessionId) {
      order = order.filter((id) => id !== sessionId);
      putAway = [...putAway, sessionId];
      const gone = held.peek().find(({ id }) => id === sessionId);
      if (!gone) return;
      batch(() => {
        held.value = held.peek().filter((one) => one !== gone);
        recent.value = recent.peek().filter((id) => id !== sessionId);
      });
      gone.letGo();
      tell();
    },
    tile(tiled) {
      isTiled.value = tiled;
      tell();
    },
    choose(next) {
      wished.value = next;
      deps.keepLayout(next);
      tell();
    },
  };
}
