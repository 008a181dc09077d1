import { type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../../protocol/limits.ts';
import type { DropCode } from '../../../protocol/manager.ts';
import type { ScreenAnswer, ScreenCommand, ScreenInput, WaitCode } from '../../../protocol/screen-control.ts';
import { screenLimits } from '../../../protocol/screen-limits.ts';
import { streamsAtMost } from '../own-screens.ts';
import type { ZoomStep } from '../tab-zoom.ts';

/** Which picture is controlled, under which grant. */
export interface Controlled {
  grant: string;
  stream: string;
}

type Bare<T> = T extends unknown ? Omit<T, 'grant' | 'lease'> : never;
export type BareInput = Bare<ScreenInput>;

/** The viewer's side of control of a desktop or an application: one picture at a time, the one with the focus. */
export interface ScreenHands {
  take(controlled: Controlled): void;
  /** Lets go of everything. */
  leave(controlled: Controlled): void;
  /** Goes out under the lease in force, or nowhere. */
  input(input: BareInput): void;
  /** Pointer moves should wait: those before are still under way. */
  isBusy(): boolean;
  hear(answer: Exclude<ScreenAnswer, { type: 'screen.able' }>): void;
  /** The way to the owner has changed: what is done counts only once it is confirmed anew. */
  doubt(): void;
  /** Which grant is in force, confirmed by the owner's side. */
  readonly held: ReadonlySignal<string | null>;
  /** Why it is not. */
  readonly waits: ReadonlySignal<WaitCode | null>;
  /** The owner uses mouse or keys. */
  readonly suspended: ReadonlySignal<boolean>;
  /** The latest input that was not carried out; `number` counts them. */
  readonly dropped: ReadonlySignal<{ code: DropCode; number: number } | null>;
  /** The pictures of tabs that the viewer may zoom. */
  readonly zoomable: ReadonlySignal<ReadonlySet<string>>;
  /** Of the page in such a tab, under the grant of view. */
  zoom(shown: Controlled, step: ZoomStep): void;
}

interface Deps {
  /** False: there is no way at the moment, and what would wait for one is void when it arrives. */
  hasWay(): boolean;
  unsentBytes(): number;
  send(command: ScreenCommand): void;
  now?: () => number;
}

const tryEveryMs = 100;

export function createScreenHands({ hasWay, unsentBytes, send, now = () => performance.now() }: Deps): ScreenHands {
  const held = signal<string | null>(null);
  const waits = signal<WaitCode | null>(null);
  const suspended = signal(false);
  const dropped = signal<{ code: DropCode; number: number } | null>(null);
  const zoomable = signal<ReadonlySet<string>>(new Set());
  let taken: Controlled | null = null;
  // Higher than those of a window that was reloaded.
  let lease = Date.now();
  let confirmedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isHeld = () => held.peek() !== null;
  function lose(): void {
    held.value = null;
    suspended.value = false;
  }

  function renew(): void {
    clearTimeout(timer);
    if (!taken) return;
    // So long without an answer, the lease has lapsed at the owner's.
    if (isHeld() && now() - confirmedAt > limits.leaseMs) lose();
    if (hasWay()) send({ type: 'screen.renew', ...taken, lease });
    const pause = isHeld() ? limits.leaseMs / 3 : waits.peek() === null ? tryEveryMs : screenLimits.againAfterMs;
    timer = setTimeout(renew, pause);
  }

  /** What was sent before stays void, what comes now is under a new lease. */
  function again(pauseMs: number): void {
    lose();
    lease += 1;
    clearTimeout(timer);
    timer = setTimeout(renew, pauseMs);
  }

  function end(): void {
    if (!taken) return;
    clearTimeout(timer);
    send({ type: 'screen.release', grant: taken.grant, lease });
    taken = null;
    waits.value = null;
    dropped.value = null;
    lose();
  }

  /** Of the lease that is wanted now. */
  const isMine = (answer: { grant: string; lease?: number }) =>
    taken?.grant === answer.grant && (answer.lease === undefined || answer.lease === lease);

  return {
    held,
    waits,
    suspended,
    dropped,
    zoomable,
    zoom: (shown, step) => send({ type: 'screen.zoom', ...shown, step }),
    isBusy: () => unsentBytes() > screenLimits.movesUnsentBytes,
    take(controlled) {
      if (taken?.grant === controlled.grant && taken.stream === controlled.stream) return;
      end();
      taken = controlled;
      lease += 1;
      renew();
    },
    leave({ grant, stream }) {
      if (taken?.grant === grant && taken.stream === stream) end();
    },
    input(input) {
      if (!taken || !isHeld() || !hasWay()) return;
      send({ ...input, grant: taken.grant, lease });
    },
    doubt() {
      if (!isHeld()) return;
      lose();
      renew();
    },
    hear(answer) {
      if (answer.type === 'screen.zoomable') {
        const others = [...zoomable.peek()].filter((id) => id !== answer.stream);
        zoomable.value = new Set(others.concat(answer.on ? [answer.stream] : []).slice(-streamsAtMost));
        return;
      }
      if (!isMine(answer)) return;
      switch (answer.type) {
        case 'screen.held':
          confirmedAt = now();
          waits.value = null;
          held.value = answer.grant;
          return;
        case 'screen.waiting':
          waits.value = answer.code;
          // The lease goes on while the owner chooses; else it is over.
          if (answer.code === 'choosing') lose();
          else again(screenLimits.againAfterMs);
          return;
        case 'screen.lapsed':
          return again(tryEveryMs);
        case 'screen.suspended':
          suspended.value = true;
          return;
        case 'screen.resumed':
          suspended.value = false;
          return;
        case 'screen.dropped':
          dropped.value = { code: answer.code, number: (dropped.peek()?.number ?? 0) + 1 };
          return;
      }
    },
  };
}
