import { computed, effect, type ReadonlySignal, signal as createSignal, untracked } from '@preact/signals';
import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import type { CallState } from '../../protocol/media.ts';
import { newId } from '../../protocol/new-id.ts';
import type { CallMedium } from '../../session/call.ts';
import type { SessionClient } from '../link/session-client.ts';
import type { WayBook } from '../link/way-book.ts';
import { type CallDevices, createCallDevices } from './call-devices.ts';
import { type CallPerson, createCallPeople } from './call-people.ts';
import { createCallSendings } from './call-sendings.ts';
import { type CallNote, callNote, type CallView, callView } from './call-view.ts';
import type { DeviceKind, DeviceMemory } from './chosen-devices.ts';
import { createOwnMedia, type OwnMedia } from './own-media.ts';
import { type Ring, ringTone } from './ring-tone.ts';
import { watchTrack } from './watch-speaking.ts';

/** A call that waits for the person's microphone. */
export interface Entering {
  medium: CallMedium;
  /** The one that was meant by the click; null: a new one. */
  call: CommandId | null;
  /** The microphone did not come; one may go on without it. */
  stuck: boolean;
}

export interface OwnCall {
  readonly selfId: ParticipantId;
  readonly view: ReadonlySignal<CallView>;
  readonly note: ReadonlySignal<CallNote | null>;
  readonly entering: ReadonlySignal<Entering | null>;
  /** Why the relay did not let one in: a code of `may`. */
  readonly refused: ReadonlySignal<string | null>;
  readonly ring: ReadonlySignal<Ring>;
  readonly own: OwnMedia;
  readonly speaks: ReadonlySignal<boolean>;
  readonly people: ReadonlySignal<readonly CallPerson[]>;
  readonly devices: CallDevices;
  /** False: who clicks here may be another, who controls this computer. */
  isOwnHand(): boolean;
  /** Calls, answers or comes back, as things stand. From a click: it turns the microphone on, and the camera for `video`. */
  enter(medium: CallMedium): void;
  /** When it is stuck. */
  enterMuted(): void;
  giveUp(): void;
  decline(): void;
  leave(): void;
  dismissNote(): void;
  /** Another device, at once where one of that kind is in use. */
  useDevice(kind: DeviceKind, id: string): void;
}

interface Deps {
  client: SessionClient;
  book: WayBook;
  /** False: this window is not, or no longer, the one that speaks for its participant. */
  speaks: ReadonlySignal<boolean>;
  memory: DeviceMemory;
  isOwnHand: () => boolean;
  signal: AbortSignal;
}

/**
 * One participant's part in the session's call. The facts say who is in it; whether the microphone is on only the
 * clicks in this window say.
 */
export function createCall({ client, book, speaks, memory, isOwnHand, signal: life }: Deps): OwnCall {
  const me = client.selfId;
  const here = createSignal<CommandId | null>(null);
  const entering = createSignal<Entering | null>(null);
  const refused = createSignal<string | null>(null);
  const dismissed = createSignal<CommandId | null>(null);
  const ring = createSignal<Ring>('quiet');
  const seen = new Set<CommandId>();
  /** The facts have had one in it: until then they may only be late. */
  let wasIn = false;

  const view = computed(() => callView(client.state.value, me, speaks.value ? here.value : null));
  const inHere = computed(() => (view.value.kind === 'in' && view.value.here ? view.value : null));
  const callId = computed(() => inHere.value?.id ?? null);
  const othersKey = computed(() => (inHere.value?.others ?? []).map(({ id }) => id).join(' '));
  const others = computed(() => othersKey.value.split(' ').filter((id) => id !== ''));
  // A mesh, since no relay may read what is spoken.
  const ways = book.to(others);

  const devices = createCallDevices(memory, life);
  const own = createOwnMedia({
    chosen: devices.chosen,
    isOwnHand,
    onTrack: (kind, track) => sendings.setTrack(kind, track),
  });
  const state = computed((): CallState | null =>
    callId.value === null
      ? null
      : { call: callId.value, microphone: own.microphone.value, camera: own.video.value !== null },
  );
  const to = computed(() => [...ways.value.values()].map(({ media }) => media));
  const sendings = createCallSendings({ stream: own.stream, to, state, signal: life });

  const isRung = computed(() => speaks.value && view.value.kind === 'rung' && entering.value === null);
  const disposers = [
    // What was entered here is over, or another window has taken its place.
    effect(() => {
      const now = inHere.value;
      if (now) seen.add(now.id);
      if (wasIn && !now) untracked(close);
      wasIn = now !== null;
    }),
    effect(() => {
      if (!isRung.value) return undefined;
      const end = new AbortController();
      const tone = untracked(() => ringTone(end.signal));
      const tell = effect(() => void (ring.value = tone.value));
      return () => {
        end.abort();
        tell();
        ring.value = 'quiet';
      };
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
    close();
  });

  function close(): void {
    here.value = null;
    entering.value = null;
    own.close();
  }

  async function goIn(mine: Entering): Promise<void> {
    const { call, medium } = mine;
    const now = view.peek();
    const isAsMeant = call === null ? now.kind === 'none' : now.kind !== 'none' && now.id === call;
    if (!isAsMeant) {
      refused.value = call === null ? 'call.busy' : 'call.over';
      return close();
    }
    const id = call ?? newId();
    here.value = id;
    if (now.kind !== 'in') {
      const done =
        call === null
          ? await client.perform({ type: 'call.start', medium }, id)
          : await client.perform({ type: 'call.join', callId: id });
      if (!done.ok) {
        refused.value = done.code;
        return close();
      }
    }
    if (entering.peek() === mine) entering.value = null;
    return undefined;
  }

  async function enter(medium: CallMedium): Promise<void> {
    const before = entering.peek();
    if (inHere.peek() || before?.stuck === false) return;
    refused.value = null;
    const now = view.peek();
    // To try again means the same call as before, even if that is over by now.
    const call = before ? before.call : now.kind === 'none' ? null : now.id;
    const mine: Entering = { medium, call, stuck: false };
    entering.value = mine;
    const hears = await own.turnOn('microphone');
    if (entering.peek() !== mine) return;
    void devices.look();
    if (!hears) {
      entering.value = { ...mine, stuck: true };
      return;
    }
    // Without a picture one can still speak; the reason is said.
    if (medium === 'video') await own.turnOn('camera');
    if (entering.peek() === mine) await goIn(mine);
  }

  return {
    selfId: me,
    view,
    note: computed(() => {
      const note = callNote(client.state.value, me, seen);
      return note?.id === dismissed.value ? null : note;
    }),
    entering,
    refused,
    ring,
    own,
    speaks: watchTrack(
      computed(() => (own.microphone.value === 'on' ? own.audio.value : null)),
      life,
    ),
    people: createCallPeople(ways, callId, life),
    devices,
    isOwnHand,
    enter: (medium) => void enter(medium),
    enterMuted() {
      const stuck = entering.peek();
      if (!stuck) return;
      const mine = { ...stuck, stuck: false };
      entering.value = mine;
      void goIn(mine);
    },
    giveUp: close,
    decline() {
      const now = view.peek();
      if (now.kind === 'rung') void client.perform({ type: 'call.decline', callId: now.id });
    },
    leave() {
      const now = view.peek();
      close();
      if (now.kind === 'in') void client.perform({ type: 'call.leave', callId: now.id });
    },
    dismissNote() {
      dismissed.value = callNote(client.state.peek(), me, seen)?.id ?? null;
      refused.value = null;
    },
    useDevice(kind, id) {
      devices.choose(kind, id);
      const isOn = kind === 'microphone' ? own.audio.peek() : kind === 'camera' && own.video.peek();
      if (kind !== 'speaker' && isOn) void own.turnOn(kind);
    },
  };
}
