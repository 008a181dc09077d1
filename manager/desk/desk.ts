import type { Eyes } from './eyes.ts';
import type { NativeScreen, NativeSurface, NativeWindow, SurfacePoint } from '../../shared/protocol/manager.ts';

/** A place in the pixels of the whole desktop. */
export interface Place {
  x: number;
  y: number;
}

export interface Rectangle extends Place {
  width: number;
  height: number;
}

/** What the pointer and the keyboard are doing, whoever does it. */
export interface Hand {
  at: Place;
  /** Numbers of `Desk.button` that are down; null where the system does not tell. */
  buttons: readonly number[];
  /** Codes of `Desk.keyCode` that are down. */
  keys: readonly number[];
}

export type Located = { ok: true; at: Place } | { ok: false; code: 'gone' | 'minimised' | 'outside' | 'covered' };

/** Presses or releases one key by its code, and keeps account of it. */
export type Press = (code: number, down: boolean) => void;

/** What one windowing system lets us do with mouse, keyboard, windows and clipboard. There is one for each system. */
export interface Desk {
  /** Null: this system does not tell what changes. */
  readonly eyes: Eyes | null;
  /** `isAfresh`: from the system itself, whatever is remembered. */
  screens(isAfresh?: boolean): Promise<NativeScreen[]>;
  /** Ordinary windows, from the top down. */
  windows(): Promise<NativeWindow[]>;
  /** Where a point of the surface is, if the surface itself is what lies there. */
  locate(surface: NativeSurface, point: SurfacePoint): Promise<Located>;
  /** Whether what is typed now would go to the surface. */
  hasKeyboard(surface: NativeSurface): Promise<boolean>;
  raise(window: string): Promise<boolean>;
  hand(): Promise<Hand>;

  move(to: Place): void;
  /** 0 left, 1 middle, 2 right, 3 back, 4 forward. */
  button(button: number, down: boolean): void;
  /** Notches: right and down are positive. */
  wheel(right: number, down: number): void;
  key(code: number, down: boolean): void;
  /** The code of the key with this meaning in the person's own layout, else of the one at this place; null: none. */
  keyCode(key: string, code: string): Promise<number | null>;
  /** Types any text as it stands, whatever the layout and the modifiers in `held`. */
  type(text: string, held: ReadonlySet<number>, press: Press): Promise<void>;

  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** Undo what typing has changed in the system. */
  close(): Promise<void>;
}
