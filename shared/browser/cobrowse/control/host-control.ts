import { type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../../protocol/limits.ts';
import type {
  ControlAnswer,
  ControlCommand,
  ControlMessage,
  ControlRefusal,
  NavigateKind,
} from '../../../protocol/peer.ts';
import type { Link } from '../../link/contract.ts';

const tryEveryMs = 100;
/** How many commands back a refusal can still be about. */
const remembered = 50;

type Pointed = Extract<ControlCommand, { at: unknown }>;

export interface HostControl {
  start(): void;
  stop(): void;
  /** From the player: goes out under the lease in force, or nowhere. */
  command(command: ControlCommand): void;
  navigate(kind: NavigateKind): void;
  /** Has the customer asked to press what this command was for; nothing when that is not known any more. */
  ask(id: number): void;
  /** The way to the customer has changed: what the host does counts only once it is confirmed anew. */
  doubt(): void;
  /** What the host should be told of an answer, or null. */
  answered(answer: ControlAnswer): ControlRefusal | 'left-origin' | null;
  readonly suspended: ReadonlySignal<boolean>;
  /** The customer is asked to press a place that is marked at theirs. */
  readonly asked: ReadonlySignal<boolean>;
  /** The customer's side has confirmed the lease: what the host does now counts. */
  readonly held: ReadonlySignal<boolean>;
}

/** The host's side of control: keeps the lease alive while it lasts and numbers the commands. */
export function createHostControl({ link, capture }: { link: Link; capture(on: boolean): void }): HostControl {
  const suspended = signal(false);
  const held = signal(false);
  const asked = signal(false);
  let timer: ReturnType<typeof setInterval> | undefined;
  let on = false;
  let id = 0;
  // Higher than those of a console that was reloaded.
  let lease = Date.now();
  /** The latest commands that were for a place. */
  const pointed = new Map<number, Pointed>();
  let confirmedAt = -Infinity;

  const send = (message: ControlMessage) => {
    link.send('control', new TextEncoder().encode(JSON.stringify(message)));
  };
  function renew() {
    // So long without an answer, the lease has lapsed at the customer's.
    if (held.peek() && performance.now() - confirmedAt > limits.leaseMs) setHeld(false);
    // What would wait for a way is void when it arrives.
    if (link.path.peek() !== 'none') send({ type: 'control.renew', lease });
  }

  function setHeld(now: boolean) {
    if (held.peek() === now) return;
    held.value = now;
    capture(now);
    // The grant may reach the customer after the first renewal: until it is confirmed, ask more often.
    clearInterval(timer);
    if (on) timer = setInterval(renew, now ? limits.leaseMs / 3 : tryEveryMs);
  }

  function remember(command: Pointed) {
    if (command.type === 'control.pointer' && command.action === 'move') return;
    pointed.set(id, command);
    for (const oldest of pointed.keys()) if (pointed.size > remembered) pointed.delete(oldest);
  }

  function stop() {
    if (!on) return;
    on = false;
    clearInterval(timer);
    suspended.value = false;
    asked.value = false;
    setHeld(false);
    clearInterval(timer);
    send({ type: 'control.release', lease });
  }

  return {
    suspended,
    asked,
    held,
    start() {
      if (on) return;
      on = true;
      lease += 1;
      renew();
      timer = setInterval(renew, tryEveryMs);
    },
    stop,
    doubt() {
      if (!held.peek()) return;
      setHeld(false);
      renew();
    },
    command(command) {
      if (!on) return;
      id += 1;
      if ('at' in command) remember(command);
      send({ ...command, id, lease });
    },
    ask(of) {
      const command = pointed.get(of);
      if (!on || !command) return;
      id += 1;
      const { at, documentId, seq } = command;
      send({ type: 'control.ask', at, documentId, seq, id, lease });
    },
    navigate(kind) {
      if (!on) return;
      id += 1;
      send({ type: 'control.navigate', id, lease, kind });
    },
    answered(answer) {
      switch (answer.type) {
        case 'control.refused':
          return answer.code;
        case 'control.suspended':
          suspended.value = true;
          return 'suspended';
        case 'control.held':
          if (on && answer.lease === lease) {
            confirmedAt = performance.now();
            setHeld(true);
          }
          return null;
        case 'control.asked':
          asked.value = answer.on;
          return null;
        case 'control.resumed':
          suspended.value = false;
          return null;
        case 'control.lapsed':
          // A stall, not an end: what was sent before stays void, what comes now is under a new lease.
          if (on && answer.lease === lease) {
            setHeld(false);
            lease += 1;
            renew();
          }
          return null;
        case 'control.ended':
          stop();
          return 'left-origin';
      }
    },
  };
}
