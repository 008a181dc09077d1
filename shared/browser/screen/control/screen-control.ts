import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { parseWith } from '../../../protocol/codec.ts';
import type { ParticipantId } from '../../../protocol/ids.ts';
import type { ScreenQuality } from '../../../protocol/media.ts';
import { type ControlLack, isScreenCommand, type ScreenMessage } from '../../../protocol/screen-control.ts';
import { screenMessageSchema } from '../../../protocol/screen-control.ts';
import { screenLimits } from '../../../protocol/screen-limits.ts';
import type { Link } from '../../link/contract.ts';
import type { OwnManager } from '../../manager/own-manager.ts';
import type { OwnScreens } from '../own-screens.ts';
import { createPatchSender } from '../patches/patch-sender.ts';
import { createPatchViews, type PatchViews } from '../patches/patch-views.ts';
import type { SendPatches } from '../patches/send-patches.ts';
import { watchOwnHand } from './own-hand.ts';
import { createScreenGate, type ScreenGate } from './screen-gate.ts';
import { createScreenHands, type ScreenHands } from './screen-hands.ts';
import { createZoomGate } from './zoom-gate.ts';

type ZoomGate = ReturnType<typeof createZoomGate>;

/** What the other side's computer lacks to be controlled, by its own word. */
export interface Ability {
  /** Null: nothing. */
  lack: ControlLack | null;
  /** Its owner does not want to get it now. */
  refused: boolean;
}

/** Control of desktops and applications, both ways, between two participants. */
export interface ScreenControl {
  /** One's own hands on the other's screens. */
  readonly hands: ScreenHands;
  /** What comes of them, ahead of the video. */
  readonly patches: PatchViews;
  /** The other's hands on one's own. */
  readonly gate: Pick<ScreenGate, 'held' | 'suspended' | 'choice'>;
  /** False: the other's hands are on this computer, or were just now, so a press in this window may be theirs. */
  isOwnHand(): boolean;
  readonly manager: OwnManager;
  /** The other's hand on the zoom of one's own tabs. */
  readonly zoom: Pick<ZoomGate, 'allowed' | 'allow'>;
  /** Null while the other side has not said. */
  readonly theirs: ReadonlySignal<Ability | null>;
  /** Asks the other side to get what it lacks; or not any more. */
  wantTheirs(on: boolean): void;
  /** The other side asks for what is missing here. */
  readonly isWanted: ReadonlySignal<boolean>;
  refuse(): void;
}

interface Deps {
  link: ReadonlySignal<Link | null>;
  /** To whom it leads. */
  other: ReadonlySignal<ParticipantId | null>;
  manager: OwnManager;
  own: Pick<OwnScreens, 'controlled' | 'shown'>;
  /** How the other side wants one's own screens; null: it has not said. */
  quality: ReadonlySignal<ScreenQuality | null>;
  /** Is told whose changes go ahead of its video. */
  ahead: Signal<MediaStream | null>;
  /** How they go there: by a worker. */
  sendPatches: SendPatches;
  /** The owner of this window is being asked something. */
  isAsked: ReadonlySignal<boolean>;
  /** The other side may ask for control, and so has to know whether it can be had. */
  tellsAbility: boolean;
  signal: AbortSignal;
}

export function createScreenControl(deps: Deps): ScreenControl {
  const { link, other, manager, own, quality, ahead, sendPatches, isAsked, tellsAbility, signal: life } = deps;
  const theirs = signal<Ability | null>(null);
  const isWanted = signal(false);
  const refused = signal(false);

  const send = (message: ScreenMessage) =>
    link.peek()?.send('screen', new TextEncoder().encode(JSON.stringify(message)));
  const hands = createScreenHands({
    hasWay: () => (link.peek()?.path.peek() ?? 'none') !== 'none',
    unsentBytes: () => link.peek()?.unsent('screen') ?? 0,
    send,
  });
  const controlled = computed(() => own.controlled.value.filter(({ viewer }) => viewer === other.value));
  const gate = createScreenGate({ manager: manager.client, controlled, isAsked, answer: send, signal: life });

  const patchSender = createPatchSender({
    ...{ link, manager: manager.client, gate },
    ...{ quality, ahead, sendPatches, signal: life },
  });
  const patches = createPatchViews(link, life);

  const shown = computed(() => own.shown.value.filter(({ view }) => view.ref.viewer === other.value));
  const zoom = createZoomGate({ shown, answer: send, signal: life });
  const isOwnHand = watchOwnHand(gate.reaches, life, () => performance.now());

  function hear(message: ScreenMessage): void {
    if (message.type === 'screen.able') theirs.value = { lack: message.lack, refused: message.refused };
    else if (message.type === 'screen.wanted') {
      isWanted.value = tellsAbility && message.on;
      if (message.on) refused.value = false;
    } else if (message.type === 'screen.zoom') zoom.hear(message);
    else if (isScreenCommand(message)) {
      gate.hear(message);
      if (message.type !== 'screen.renew') patchSender.awaited(message.grant);
    } else hands.hear(message);
  }

  function tell(): void {
    const lack = manager.lack.peek();
    if (tellsAbility && lack !== undefined) send({ type: 'screen.able', lack, refused: refused.peek() });
  }

  function follow(way: Link): void {
    way.receive('screen', (bytes) => {
      if (life.aborted || bytes.length > screenLimits.messageBytes) return;
      const parsed = parseWith(screenMessageSchema, new TextDecoder().decode(bytes));
      if (parsed.ok) hear(parsed.message);
    });
    way.onFresh(() => {
      if (life.aborted || link.peek() !== way) return;
      forget();
      tell();
      zoom.tellAll();
    });
  }

  /** The other side is a new one. */
  function forget(): void {
    gate.forget();
    hands.doubt();
    theirs.value = null;
    isWanted.value = false;
  }

  const disposers = [
    effect(() => {
      const way = link.value;
      untracked(() => {
        forget();
        if (way) follow(way);
      });
    }),
    effect(() => {
      if (link.value?.path.value === 'none') untracked(() => hands.doubt());
    }),
    effect(() => {
      void manager.lack.value;
      void refused.value;
      untracked(tell);
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });

  return {
    hands,
    patches,
    gate,
    isOwnHand,
    manager,
    zoom,
    theirs,
    wantTheirs(on) {
      const known = theirs.peek();
      if (on && known?.refused) theirs.value = { ...known, refused: false };
      send({ type: 'screen.wanted', on });
    },
    isWanted,
    refuse() {
      isWanted.value = false;
      refused.value = true;
    },
  };
}
