import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { Hand } from '../desk/desk.ts';

type Kind = 'key' | 'button';

/** The keys and buttons that we hold down, so that all of them can be let go, by us or by the guard. */
export interface Held {
  readonly keys: ReadonlySet<number>;
  key(code: number, down: boolean): void;
  button(button: number, down: boolean): void;
  releaseAll(): void;
  /** Whether what is down may be down by us: held now, or let go and not yet seen to be up for good. */
  isOurs(kind: Kind, code: number): boolean;
  seen(hand: Hand): void;
}

interface Device {
  key(code: number, down: boolean): void;
  button(button: number, down: boolean): void;
}

/** `note` hears of everything before it is pressed and after it was let go: it must never know too little. */
export function createHeld(
  device: Device,
  note: (kind: Kind, code: number, down: boolean) => void,
  now: () => number,
): Held {
  const down = { key: new Set<number>(), button: new Set<number>() };
  /** When it was let go. */
  const leaving = { key: new Map<number, number>(), button: new Map<number, number>() };

  function set(kind: Kind, code: number, isDown: boolean) {
    if (isDown) {
      down[kind].add(code);
      note(kind, code, true);
      device[kind](code, true);
    } else if (down[kind].delete(code)) {
      leaving[kind].set(code, now());
      device[kind](code, false);
      note(kind, code, false);
    }
  }

  function settle(left: Map<number, number>, seenDown: readonly number[]) {
    for (const [code, at] of left) {
      if (!seenDown.includes(code) && now() - at > managerLimits.lagMs) left.delete(code);
    }
  }

  return {
    keys: down.key,
    key: (code, isDown) => set('key', code, isDown),
    button: (code, isDown) => set('button', code, isDown),
    releaseAll() {
      for (const button of [...down.button]) set('button', button, false);
      for (const code of [...down.key]) set('key', code, false);
    },
    isOurs: (kind, code) => down[kind].has(code) || leaving[kind].has(code),
    seen(hand) {
      settle(leaving.key, hand.keys);
      settle(leaving.button, hand.buttons);
    },
  };
}
