/** What we use of the package `x11`, which brings no types. */
declare module 'x11' {
  import type { EventEmitter } from 'node:events';

  type Answer<T> = (error: Error | null, value: T) => boolean;

  export interface XEvent {
    name: string;
    type: number;
    wid: number;
    [field: string]: unknown;
  }

  export interface XProperty {
    type: number;
    format: number;
    bytesAfter: number;
    data: Buffer;
  }

  export interface XClient extends EventEmitter {
    /** By name. */
    atoms: Readonly<Record<string, number>>;
    seq_num: number;
    replies: Record<number, unknown>;
    pack_stream: { put(bytes: Buffer): void; submit(expectsReply: boolean): void };
    AllocID(): number;
    require<N extends keyof XExtensions>(
      extension: N,
      done: (error: Error | null, found: XExtensions[N]) => void,
    ): void;
    terminate(): void;
    sync(): Promise<void>;

    InternAtom(onlyIfExists: boolean, name: string, answer: Answer<number>): void;
    GetAtomName(atom: number, answer: Answer<string>): void;
    QueryExtension(name: string, answer: Answer<{ present: number; majorOpcode: number }>): void;
    QueryTree(window: number, answer: Answer<{ root: number; parent: number; children: number[] }>): void;
    QueryPointer(
      window: number,
      answer: Answer<{ rootX: number; rootY: number; child: number; keyMask: number }>,
    ): void;
    QueryKeymap(answer: Answer<Buffer>): void;
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      answer: Answer<{ child: number; destX: number; destY: number }>,
    ): void;
    GetGeometry(
      window: number,
      answer: Answer<{ xPos: number; yPos: number; width: number; height: number; borderWidth: number }>,
    ): void;
    GetWindowAttributes(window: number, answer: Answer<{ mapState: number; overrideRedirect: number }>): void;
    GetInputFocus(answer: Answer<{ focus: number; revertTo: number }>): void;
    GetProperty(
      remove: 0 | 1,
      window: number,
      property: number,
      type: number,
      offset: number,
      length: number,
      answer: Answer<XProperty>,
    ): void;
    GetKeyboardMapping(first: number, count: number, answer: Answer<number[][]>): void;
    GetModifierMapping(answer: Answer<number[][]>): void;
    /** `data`: rows of pixels, as the server has them. */
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planes: number,
      answer: Answer<{ depth: number; data: Buffer }>,
    ): void;
    GetSelectionOwner(selection: number, answer: Answer<number>): void;

    CreateWindow(
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      border: number,
      depth: number,
      kind: number,
      visual: number,
      values: Record<string, number>,
    ): void;
    MapWindow(window: number): void;
    UnmapWindow(window: number): void;
    DestroyWindow(window: number): void;
    MoveResizeWindow(window: number, x: number, y: number, width: number, height: number): void;
    RaiseWindow(window: number): void;
    SetInputFocus(window: number, revertTo: number): void;
    ChangeWindowAttributes(window: number, values: Record<string, number>): void;
    ClearArea(window: number, x: number, y: number, width: number, height: number, exposures: 0 | 1): void;
    ChangeProperty(
      mode: number,
      window: number,
      property: number,
      type: number,
      units: 8 | 16 | 32,
      data: Buffer | number[],
    ): void;
    DeleteProperty(window: number, property: number): void;
    ChangeKeyboardMapping(first: number, perCode: number, symbols: number[]): void;
    SetSelectionOwner(window: number, selection: number, time: number): void;
    ConvertSelection(requestor: number, selection: number, target: number, property: number, time: number): void;
    SendEvent(destination: number, propagate: number, mask: number, event: Partial<XEvent>): void;
    SendClientMessage(destination: number, window: number, type: number, format: 32, data: number[]): void;
  }

  export interface XTest {
    FakeInput(type: number, detail: number, time: number, window: number, x: number, y: number): void;
  }

  export interface XDamage {
    Create(damage: number, drawable: number, level: number): void;
    Subtract(damage: number, repair: number, parts: number): void;
    Destroy(damage: number): void;
  }

  interface XRectangle {
    x: number;
    y: number;
    width: number;
    height: number;
  }

  export interface XFixes {
    CreateRegion(region: number, rectangles: XRectangle[]): void;
    DestroyRegion(region: number): void;
    FetchRegion(region: number, answer: Answer<{ rectangles: XRectangle[] }>): void;
    SelectCursorInput(window: number, mask: number): void;
    /** `x` and `y` are its hot spot's. */
    GetCursorImage(answer: Answer<XRectangle & { xhot: number; yhot: number; cursorImage: Buffer }>): void;
  }

  export interface XExtensions {
    xtest: XTest;
    damage: XDamage;
    fixes: XFixes;
  }

  interface XVisual {
    red_mask: number;
    green_mask: number;
    blue_mask: number;
  }

  export interface XDisplay {
    client: XClient;
    /** 0: the least significant byte first. */
    image_byte_order: number;
    /** By depth. */
    format: Record<number, { bits_per_pixel: number }>;
    screen: {
      root: number;
      pixel_width: number;
      pixel_height: number;
      root_depth: number;
      root_visual: number;
      /** By depth, then by id. */
      depths: Record<number, Record<number, XVisual>>;
    }[];
    min_keycode: number;
    max_keycode: number;
    resource_mask: number;
    max_request_length: number;
  }

  const x11: {
    createClient(
      options: { display: string; shm: 'off'; disableBigRequests?: boolean },
      done: (error: Error | undefined, display: XDisplay) => void,
    ): XClient;
    eventMask: Record<string, number>;
  };
  export default x11;
}
