import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import type { ScreenQuality } from '../../protocol/media.ts';
import { newId } from '../../protocol/new-id.ts';
import type { EndReason, RefusalReason, Share, ShareRef } from '../../session/share.ts';
import type { Media } from '../link/media.ts';
import type { SessionClient } from '../link/session-client.ts';
import { canCapture, type CaptureProblem, type ScreenSurface } from './capture.ts';
import { type Capture, createCaptures, stopStream } from './captures.ts';
import { type ChosenBy, createChoosing } from './choosing.ts';
import { readyMedia } from './ready-media.ts';
import { type ScreenOn, screensAsked, screensOn } from './screens-on.ts';
import { createSendings, type Sending } from './sendings.ts';
import type { TabCapture } from './tab-capture.ts';

/** A screen of one's own that is shown, as its owner sees it. */
export interface ShownScreen extends ScreenOn {
  sendings: readonly Sending[];
}

/** What may be controlled now: allowed and captured in this window, and not taken back. */
export interface ControlledScreen {
  grant: CommandId;
  viewer: ParticipantId;
  surface: ScreenSurface;
  streams: readonly MediaStream[];
}

export interface OwnScreens {
  /** Shown by the facts, and captured and granted in this window. */
  readonly shown: ReadonlySignal<readonly ShownScreen[]>;
  readonly controlled: ReadonlySignal<readonly ControlledScreen[]>;
  /** The browser's picker is open for it, or a press on a tab is waited for. */
  readonly choosing: ReadonlySignal<ScreenSurface | null>;
  readonly awaitsTab: ReadonlySignal<boolean>;
  /** One tab can be shown without the picker, by a press of the extension's button on it. */
  readonly canTakeTab: boolean;
  readonly problem: ReadonlySignal<CaptureProblem | null>;
  /** Allows what was asked for and lets its owner choose it. From a click. */
  allow(
    question: { requestId: CommandId; surface: ScreenSurface; level: ShareRef['level'] },
    by?: ChosenBy,
  ): Promise<void>;
  /** Lets the owner choose, then asks the viewer. From a click. */
  offer(ref: ShareRef): Promise<void>;
  /** One more screen or window under the same grant. From a click. */
  addStream(surface: ScreenSurface): Promise<void>;
  /** At once, without waiting for any network. */
  stop(surface: ScreenSurface): void;
  stopAll(): void;
  /** At once, too. */
  stopControl(surface: ScreenSurface): void;
}

interface Deps {
  client: Pick<SessionClient, 'state' | 'perform' | 'selfId'>;
  /** To the viewer. */
  media: ReadonlySignal<Media | null>;
  /** How the viewer wants screens, or null. */
  quality: ReadonlySignal<ScreenQuality | null>;
  /** Whose changes go ahead of its video now. */
  ahead: ReadonlySignal<MediaStream | null>;
  /** False: this window is not, or no longer, the one that speaks for its participant. */
  speaks: ReadonlySignal<boolean>;
  /** False: nothing here could be controlled. */
  canControl: () => boolean;
  tabs: TabCapture | null;
  signal: AbortSignal;
}

export const streamsAtMost = 4;
type Requested = Extract<Share, { phase: 'requested' }>;

/**
 * Captures and sends desktops and applications, for either side of a session. Only what was captured in this window
 * can be shown, so a grant that the relay invents shows nothing, and none outlives the window.
 */
export function createOwnScreens(deps: Deps): OwnScreens {
  const { client, media, quality, ahead, speaks, canControl, tabs, signal: life } = deps;
  const me = client.selfId;
  const choosing = createChoosing(tabs, life);
  const { choose } = choosing;
  /** The question for whose answer a tab is to be pressed. */
  let tabFor: CommandId | null = null;
  const on = computed(() => screensOn(client.state.value, 'owner', me));
  const asked = computed(() => screensAsked(client.state.value, me));
  const captures = createCaptures(({ surface, requestId, grantId }) => {
    if (grantId === null) refuse(requestId, 'withdrawn');
    else endShares(surface, 'capture-ended');
  });
  const sendings = createSendings({ media, quality, ahead, signal: life });
  readyMedia(client.state, me, media, life);
  /** Control that was allowed here. */
  const controls = signal<ReadonlySet<CommandId>>(new Set());
  /** Seen as open questions, and as grants in force. */
  const seen = new Set<CommandId>();
  const told = new Set<string>();

  const captureOf = (screen: ScreenOn): Capture | undefined =>
    captures.all.value.find((one) => one.surface === screen.surface && one.grantId === screen.view.grantId);
  const shown = computed(() =>
    !speaks.value
      ? []
      : on.value.flatMap((screen) => {
          const capture = captureOf(screen);
          return capture ? [{ ...screen, sendings: sendings.of(capture.streams) }] : [];
        }),
  );

  const controlled = computed(() =>
    !speaks.value
      ? []
      : on.value.flatMap((screen) => {
          const { surface, control } = screen;
          const streams = captureOf(screen)?.streams;
          return streams && control && controls.value.has(control.grantId)
            ? [{ grant: control.grantId, viewer: control.ref.viewer, surface, streams }]
            : [];
        }),
  );

  const disposers = [
    effect(() => {
      const wanted = on.value.flatMap((screen) => captureOf(screen) ?? []);
      untracked(() => sendings.keep(wanted));
    }),
    // The facts have something that is not captured here, or no longer have what is.
    effect(() => {
      if (!speaks.value) return;
      const now = on.value;
      const held = captures.all.value;
      untracked(() => {
        for (const { view, control, surface } of now) {
          seen.add(view.grantId);
          if (!held.some((one) => one.surface === surface && one.grantId === view.grantId)) end(view, 'capture-ended');
          else if (control && !controls.peek().has(control.grantId)) end(control, 'stopped');
        }
        const isOver = ({ grantId }: Capture) =>
          grantId !== null && seen.has(grantId) && !now.some(({ view }) => view.grantId === grantId);
        for (const one of held) if (isOver(one)) captures.drop(one.surface);
      });
    }),
    effect(() => {
      if (!speaks.value) return untracked(() => dropAll());
      const open = asked.value;
      untracked(() => {
        for (const share of open) answer(share);
        if (!open.some(({ requestId }) => requestId === tabFor)) choosing.giveUp();
        const isOver = ({ grantId, requestId }: Capture) =>
          grantId === null && seen.has(requestId) && !open.some((share) => share.requestId === requestId);
        for (const one of captures.all.peek()) if (isOver(one)) captures.drop(one.surface);
      });
      return undefined;
    }),
  ];

  /** Where no click is needed: an offer that was accepted, one of an earlier window, a request that cannot be met. */
  function answer({ requestId, direction, accepted, ref }: Requested): void {
    seen.add(requestId);
    if (direction === 'request') {
      if (!canCapture() || (ref.level === 'control' && !canControl())) refuse(requestId, 'impossible');
      return;
    }
    const isViewOn = ref.level === 'control' && shown.peek().some(({ surface }) => surface === ref.surface);
    const capture = captures.all.peek().find((one) => one.requestId === requestId);
    if (!capture && !isViewOn) refuse(requestId, 'withdrawn');
    else if (accepted) once(`grant/${requestId}`, () => grant(requestId, ref.level));
  }

  function grant(requestId: CommandId, level: ShareRef['level']): void {
    const grantId = newId();
    if (level === 'control') controls.value = new Set([...controls.peek(), grantId]);
    captures.granted(requestId, grantId);
    void client.perform({ type: 'share.grant', requestId }, grantId).then(({ ok }) => {
      const capture = captures.all.peek().find((one) => one.grantId === grantId);
      if (!ok && capture) captures.drop(capture.surface);
    });
  }

  function refuse(requestId: CommandId, reason: RefusalReason): void {
    once(requestId, () => client.perform({ type: 'share.refuse', requestId, reason }));
  }

  function end({ ref, grantId }: ScreenOn['view'], reason: EndReason): void {
    once(`${ref.level}/${grantId}`, () => client.perform({ type: 'share.end', ref, grantId, reason }));
  }

  function once(name: string, say: () => unknown): void {
    if (told.has(name)) return;
    told.add(name);
    say();
  }

  function endShares(surface: ScreenSurface, reason: EndReason): void {
    for (const screen of on.peek()) if (screen.surface === surface) end(screen.view, reason);
  }

  function stop(surface: ScreenSurface): void {
    endShares(surface, 'stopped');
    const waiting = captures.all.peek().find((one) => one.surface === surface && one.grantId === null);
    captures.drop(surface);
    if (waiting) refuse(waiting.requestId, 'withdrawn');
  }

  function dropAll(): void {
    choosing.giveUp();
    for (const { surface } of captures.all.peek()) captures.drop(surface);
  }

  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
    dropAll();
  });

  return {
    shown,
    controlled,
    choosing: choosing.surface,
    awaitsTab: choosing.awaitsTab,
    canTakeTab: tabs !== null,
    problem: choosing.problem,
    async allow({ requestId, surface, level }, by = 'picker') {
      if (level === 'control' && shown.peek().some((screen) => screen.surface === surface)) {
        return grant(requestId, level);
      }
      // Before the picker, which may stay open longer than a question may.
      void client.perform({ type: 'share.accept', requestId });
      tabFor = requestId;
      const stream = await choose(surface, level, by);
      if (!stream) return undefined;
      captures.hold({ surface, requestId, grantId: null }, stream);
      if (asked.peek().some((share) => share.requestId === requestId)) grant(requestId, level);
      else {
        captures.drop(surface);
        choosing.fail('late');
      }
      return undefined;
    },
    async offer(ref) {
      const surface = ref.surface as ScreenSurface;
      const requestId = newId();
      const isShown = shown.peek().some((screen) => screen.surface === surface);
      if (!isShown) {
        const stream = await choose(surface, ref.level);
        if (!stream) return;
        captures.hold({ surface, requestId, grantId: null }, stream);
      }
      const { ok } = await client.perform({ type: 'share.request', ref, direction: 'share' }, requestId);
      if (!ok && !isShown) captures.drop(surface);
    },
    async addStream(surface) {
      const isControlled = on.peek().some((screen) => screen.surface === surface && screen.control !== null);
      const stream = await choose(surface, isControlled ? 'control' : 'view');
      if (!stream) return;
      const capture = captures.all.peek().find((one) => one.surface === surface);
      if (capture && capture.streams.length < streamsAtMost) captures.add(surface, stream);
      else stopStream(stream);
    },
    stop,
    stopAll() {
      choosing.giveUp();
      for (const { surface } of captures.all.peek()) stop(surface);
    },
    stopControl(surface) {
      const control = on.peek().find((screen) => screen.surface === surface)?.control;
      if (!control) return;
      controls.value = new Set([...controls.peek()].filter((grantId) => grantId !== control.grantId));
      end(control, 'stopped');
    },
  };
}
