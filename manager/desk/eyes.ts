import type { Rectangle } from './desk.ts';

/** The mouse's picture, where it is on the desktop. */
export interface Pointer extends Rectangle {
  /** BGRA, premultiplied, row by row. */
  pixels: Uint8Array;
}

export interface Sight {
  /** Where something was painted since the look before, on the whole desktop. */
  painted: readonly Rectangle[];
  pointer: Pointer;
}

/** A system that tells what changes on its screens. */
export interface Eyes {
  /** What is in these places without the pointer: BGRX of four bytes, row by row, one place after the other. */
  read(places: readonly Rectangle[]): Promise<Uint8Array>;
  /** `onChange` is called when there is something to look at. */
  open(onChange: () => void): OpenEyes;
}

export interface OpenEyes {
  /** Of this moment: after all input that was sent before. The first one is only to compare with. */
  look(): Promise<Sight>;
  close(): void;
}
