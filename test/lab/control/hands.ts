import type { ControlRefusal } from '../../../shared/protocol/peer.ts';
import type { Notice } from '../../../shared/browser/cobrowse/host-cobrowse.ts';
import type { openSession } from '../open-session.ts';

type Session = Awaited<ReturnType<typeof openSession>>;

export interface PressOptions {
  /** Where in the element's box, 0 to 1 each. Default the middle. */
  fx?: number;
  fy?: number;
  button?: 0 | 1 | 2;
}

export interface KeyOptions {
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** The host's mouse and keyboard on the player page. Elements are named by selectors, found in the mirror. */
export interface Hands {
  /** The customer's document. */
  doc: Document;
  click(selector: string, options?: PressOptions): Promise<void>;
  doubleClick(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  /** Press on one element, move, let go on another. */
  drag(from: readonly [string, PressOptions?], to: readonly [string, PressOptions?]): Promise<void>;
  wheel(selector: string, dy: number): Promise<void>;
  type(text: string): void;
  key(key: string, options?: KeyOptions): void;
  paste(text: string): void;
  /** What the host's own clipboard gets on Ctrl+C or Ctrl+X. */
  clipboard(type: 'copy' | 'cut'): string;
  /** Chooses in the player's own list, by the texts of the options. */
  choose(selector: string, ...texts: string[]): Promise<void>;
  /** Fills in the player's own picker. */
  fill(selector: string, value: string): Promise<void>;
  until(check: () => unknown): Promise<void>;
  /** Until the page is drawn anew. */
  frame(): Promise<void>;
  /** What the host was told since the case began. */
  notices: Notice['code'][];
  refusal(code: ControlRefusal): Promise<void>;
  /** Takes the page down when the case is over. */
  after(undo: () => void): void;
}

const patienceMs = 4_000;
const apartPixels = 2;

/** Hands on a session that is under control. */
export function createHands(session: Session, notices: Notice['code'][], after: Hands['after']): Hands {
  const { page, player, mirror } = session;
  const inner = player.frame.contentDocument;
  const find = <E extends Element>(selector: string) => {
    const element = inner?.querySelector<E>(selector);
    if (!element) throw new Error(`no ${selector} in the player`);
    return element;
  };
  const overlay = find<HTMLElement>('#overlay');
  const field = find<HTMLTextAreaElement>('#field');
  // No real pointer is down, and the other side's focus is in another browser.
  Object.assign(overlay, { setPointerCapture: () => undefined, hasPointerCapture: () => true });
  field.focus = () => undefined;

  async function until(check: () => unknown, what = () => check.toString().replace(/\s+/g, ' ').slice(0, 200)) {
    const end = performance.now() + patienceMs;
    while (!check()) {
      if (performance.now() > end) throw new Error(`not so: ${what()}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }

  /** Where the element is, once the mirror has it at the same place as the page. */
  async function place(selector: string, { fx = 0.5, fy = 0.5 }: PressOptions = {}) {
    let apart = '';
    let at: { clientX: number; clientY: number } | null = null;
    await until(
      () => {
        const shown = mirror().querySelector(selector)?.getBoundingClientRect();
        const real = page.doc.querySelector(selector)?.getBoundingClientRect();
        if (!shown || !real || real.width === 0) return false;
        const sides = ['x', 'y', 'width', 'height'] as const;
        apart = sides.map((side) => `${side} ${shown[side]}/${real[side]}`).join();
        if (sides.some((side) => Math.abs(shown[side] - real[side]) > apartPixels)) return false;
        const box = overlay.getBoundingClientRect();
        at = { clientX: box.left + shown.left + shown.width * fx, clientY: box.top + shown.top + shown.height * fy };
        return true;
      },
      () => `${selector}: ${apart}`,
    );
    if (!at) throw new Error(`no ${selector}`);
    return at as { clientX: number; clientY: number };
  }
  const pointer = (type: string, at: { clientX: number; clientY: number }, button = 0) =>
    overlay.dispatchEvent(new PointerEvent(type, { ...at, button, pointerId: 1, bubbles: true, cancelable: true }));
  // The player's own frames: moves go out with them.
  const frame = () =>
    new Promise<void>((resolve) => void overlay.ownerDocument.defaultView?.requestAnimationFrame(() => resolve()));

  async function press(selector: string, options: PressOptions = {}) {
    const at = await place(selector, options);
    pointer('pointermove', at);
    for (const type of ['pointerdown', 'pointerup']) pointer(type, at, options.button);
  }
  function stroke(type: 'keydown' | 'keyup', key: string, { ctrl = false, shift = false, alt = false }: KeyOptions) {
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key === ' ' ? 'Space' : key;
    const init = { key, code, ctrlKey: ctrl, shiftKey: shift, altKey: alt, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent(type, init));
  }
  function key(name: string, options: KeyOptions = {}) {
    stroke('keydown', name, options);
    stroke('keyup', name, options);
  }
  function clipboardEvent(type: string, data: DataTransfer) {
    const event = new ClipboardEvent(type, { bubbles: true, cancelable: true });
    // Firefox has no way to make one with data.
    Object.defineProperty(event, 'clipboardData', { value: data });
    field.dispatchEvent(event);
  }

  return {
    doc: page.doc,
    click: press,
    async doubleClick(selector) {
      await press(selector);
      await press(selector);
    },
    async hover(selector) {
      pointer('pointermove', await place(selector));
      await frame();
    },
    async drag([from, start], [to, end]) {
      const a = await place(from, start);
      pointer('pointermove', a);
      pointer('pointerdown', a);
      const b = await place(to, end);
      for (const part of [0.2, 0.6, 1]) {
        const at = {
          clientX: a.clientX + (b.clientX - a.clientX) * part,
          clientY: a.clientY + (b.clientY - a.clientY) * part,
        };
        pointer('pointermove', at);
        await frame();
        await frame();
      }
      pointer('pointerup', b);
    },
    async wheel(selector, dy) {
      const at = await place(selector);
      overlay.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: dy, bubbles: true, cancelable: true }));
    },
    type: (text) => [...text].forEach((letter) => key(letter)),
    key,
    paste(text) {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      clipboardEvent('paste', data);
    },
    clipboard(type) {
      const data = new DataTransfer();
      clipboardEvent(type, data);
      return data.getData('text/plain');
    },
    async choose(selector, ...texts) {
      await press(selector);
      const list = find<HTMLSelectElement>('#panel select');
      for (const option of list.options) option.selected = texts.includes(option.text);
      [...list.options].find((option) => option.selected)?.click();
      list.blur();
    },
    async fill(selector, value) {
      await press(selector);
      const copy = find<HTMLInputElement>('#panel input');
      copy.value = value;
      copy.dispatchEvent(new Event('change', { bubbles: true }));
      copy.blur();
    },
    until,
    frame,
    notices,
    refusal: (code) => until(() => notices.includes(code)),
    after,
  };
}
