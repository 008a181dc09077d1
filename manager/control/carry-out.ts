import type { DropCode, ManagerInput, NativeSurface } from '../../shared/protocol/manager.ts';
import type { Desk } from '../desk/desk.ts';
import { isForbidden, type System } from './forbidden-keys.ts';
import type { Closed } from './gate.ts';
import type { Held } from './held.ts';
import type { OwnHandWatch } from './own-hand-watch.ts';
import type { createWheel } from './wheel.ts';

export interface Hands {
  desk: Desk;
  system: System;
  held: Held;
  own: OwnHandWatch;
  names: Map<number, string>;
  wheel: ReturnType<typeof createWheel>;
  surface: NativeSurface;
  /** Asked again after each wait: meanwhile everything may have changed. */
  closed(): Closed | null;
}

type Input<T extends ManagerInput['type']> = Extract<ManagerInput, { type: T }>;

/** Characters that are typed between two looks at where they go. */
const textAtOnce = 64;

/** One event under a grant that stands. Null: it was done; else why not. */
export async function carryOut(
  message: Exclude<ManagerInput, { type: 'manager.release' }>,
  hands: Hands,
): Promise<DropCode | null> {
  switch (message.type) {
    case 'manager.pointer':
    case 'manager.wheel':
      return pointer(message, hands);
    case 'manager.key':
      return key(message, hands);
    case 'manager.text':
      return text(message.text, hands);
  }
}

async function pointer(message: Input<'manager.pointer' | 'manager.wheel'>, hands: Hands): Promise<DropCode | null> {
  const { desk, held, own, surface } = hands;
  // What goes down must come up, wherever the pointer is by now.
  const isUp = message.type === 'manager.pointer' && message.action === 'up';
  const [isOwn, located] = await Promise.all([own.look(), desk.locate(surface, message.at)]);
  const closed = hands.closed();
  if (closed !== null) return closed;
  if (isOwn) return 'suspended';
  if (located.ok) {
    desk.move(located.at);
    own.moved(located.at);
  } else if (!isUp) return located.code;
  if (message.type === 'manager.wheel') {
    const { right, down } = hands.wheel(message.dx, message.dy);
    if (right !== 0 || down !== 0) desk.wheel(right, down);
  } else if (message.action !== 'move') held.button(message.button, !isUp);
  return null;
}

async function key({ action, key, code }: Input<'manager.key'>, hands: Hands): Promise<DropCode | null> {
  const { desk, held, own, names, surface, system } = hands;
  const found = await desk.keyCode(key, code);
  if (found === null) return 'unknown-key';
  if (action === 'up') {
    held.key(found, false);
    names.delete(found);
    return null;
  }
  if (isForbidden({ key, with: new Set(names.values()) }, surface.kind, system)) return 'forbidden-key';
  const no = await mayType(hands, own);
  if (no !== null) return no;
  // What is held already repeats by itself.
  if (!held.keys.has(found)) held.key(found, true);
  names.set(found, key);
  return null;
}

async function text(all: string, hands: Hands): Promise<DropCode | null> {
  const { desk, held, own, surface } = hands;
  const characters = [...all];
  for (let at = 0; at < characters.length; at += textAtOnce) {
    const no = await mayType(hands, own);
    if (no !== null) return no;
    const stroke = (code: number, down: boolean) => {
      // The rest of a text is not typed where it may no longer go.
      if (down && hands.closed() !== null) throw new Closing();
      held.key(code, down);
    };
    try {
      await desk.type(characters.slice(at, at + textAtOnce).join(''), new Set(held.keys), stroke);
    } catch (error) {
      if (error instanceof Closing) return hands.closed() ?? 'suspended';
      throw error;
    }
    if (surface.kind === 'application' && hands.closed() !== null) return hands.closed();
  }
  return null;
}

class Closing extends Error {}

async function mayType({ desk, surface, closed }: Hands, own: OwnHandWatch): Promise<DropCode | null> {
  const [isOwn, hasKeyboard] = await Promise.all([own.look(), desk.hasKeyboard(surface)]);
  const no = closed();
  if (no !== null) return no;
  if (isOwn) return 'suspended';
  return hasKeyboard ? null : 'not-focused';
}
