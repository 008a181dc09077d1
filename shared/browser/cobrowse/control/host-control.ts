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

export interface HostControl {
  start(): void;
  stop(): void;
  /** From the player: goes out under the lease in force, or nowhere. */
  command(command: ControlCommand): void;
  navigate(kind: NavigateKind): void;
  /** What the host should be told of an answer, or null. */
  answered(answer: ControlAnswer): ControlRefusal | 'left-origin' | null;
  readonly suspended: ReadonlySignal<boolean>;
}

/** The host's side of control: keeps the lease alive while it lasts and numbers the commands. */
export function createHostControl({ link, capture }: { link: Link; capture(on: boolean): void }): HostControl {
  const suspended = signal(false);
  let timer: ReturnType<typeof setInterval> | undefined;
  let on = false;
  let id = 0;
  // Higher than those of a console that was reloaded.
  let lease = Date.now();

  const send = (message: ControlMessage) => {
    link.send('control', new TextEncoder().encode(JSON.stringify(message)));
  };
  const renew = () => send({ type: 'control.renew', lease });

  function stop() {
    if (!on) return;
    on = false;
    clearInterval(timer);
    suspended.value = false;
    capture(false);
    send({ type: 'control.release', lease });
  }

  return {
    suspended,
    start() {
      if (on) return;
      on = true;
      lease += 1;
      renew();
      timer = setInterval(renew, limits.leaseMs / 3);
      capture(true);
    },
    stop,
    command(command) {
      if (!on) return;
      id += 1;
      send({ ...command, id, lease });
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
        case 'control.resumed':
          suspended.value = false;
          return null;
        case 'control.lapsed':
          // A stall, not an end: what was sent before stays void, what comes now is under a new lease.
          if (on && answer.lease === lease) {
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
