import { openSession } from './open-session.ts';

/** Our layer in the customer's page, whose shadow root is closed: caught where it is made. */
function catchLayer(win: Window & typeof globalThis, caught: (layer: ShadowRoot) => void): () => ShadowRoot | null {
  let layer: ShadowRoot | null = null;
  const { attachShadow } = win.Element.prototype;
  win.Element.prototype.attachShadow = function (this: Element, init) {
    const root = attachShadow.call(this, init);
    if (init.mode === 'closed') caught((layer = root));
    return root;
  };
  return () => layer;
}

async function open(html: string) {
  window.session = await openSession(html, { control: true });
  const { page, player, host } = window.session;
  const inner = player.frame.contentDocument;
  const overlay = inner?.querySelector<HTMLElement>('#overlay');
  const bubble = inner?.querySelector<HTMLElement>('#bubble');
  if (!overlay || !bubble) throw new Error('no player');
  Object.assign(overlay, { setPointerCapture: () => undefined, hasPointerCapture: () => true });
  // Rings are gone after half a second: they are counted when they come.
  const rung = { atHost: 0, atCustomer: 0 };
  countRings(overlay, () => (rung.atHost += 1));
  const layer = catchLayer(page.win, (made) => countRings(made, () => (rung.atCustomer += 1)));
  host.control.start();
  // The player is told by a message; a press before it has come is no press.
  await window.session.until(() => host.controls.value && overlay.classList.contains('is-controlling'));
  /** The host's pointer at the middle of a mirrored element. */
  function point(selector: string, ...types: string[]) {
    const box = window.session.mirror().querySelector(selector)?.getBoundingClientRect();
    const around = overlay?.getBoundingClientRect();
    if (!box || !around) throw new Error(`no ${selector}`);
    const clientX = around.left + box.left + box.width / 2;
    const clientY = around.top + box.top + box.height / 2;
    for (const type of types) overlay?.dispatchEvent(new PointerEvent(type, { clientX, clientY, pointerId: 1 }));
    return { clientX, clientY };
  }
  return { ...window.session, layer, rung, overlay, bubble, point };
}
let opened: Awaited<ReturnType<typeof open>>;

const isRing = (node: Node) => node.nodeName === 'DIV' && !(node as Element).querySelector('svg');
/** Places that are lit for the customer to press. */
const marks = (layer: ParentNode | null) =>
  [...(layer?.children ?? [])].filter((node) => (node as HTMLElement).style.boxShadow !== '').length;
function countRings(layer: Node, count: () => void) {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (isRing(node)) count();
  });
  observer.observe(layer, { childList: true });
}
/** Elements of the mirror that stand where our layer stands in the page. */
const layersIn = (mirror: Document) =>
  [...mirror.documentElement.children].filter(({ localName }) => localName === 'div').length;

/** The arrow that is drawn in a layer, its name, and whether it is over a box. */
function drawn(layer: ParentNode | null | undefined, box: DOMRect | undefined) {
  const cursor = layer?.querySelector('svg')?.parentElement;
  const [x = NaN, y = NaN] = (cursor?.style.transform.match(/[\d.]+/g) ?? []).map(Number);
  const isOver = box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return { name: cursor?.textContent ?? '', isOver: isOver && cursor?.style.display !== 'none' };
}

/** The host presses a password field, is told why not, and has the customer asked. */
export async function refuseAndAsk() {
  opened = await open('<input id="secret" type="password" style="margin:20px">');
  const { page, customer, host, bubble, until } = opened;
  const press = opened.point('#secret', 'pointermove', 'pointerdown', 'pointerup');
  await until(() => !bubble.hidden && bubble.querySelector('button'));
  const at = bubble.getBoundingClientRect();
  const isNear = Math.hypot(at.left - press.clientX, at.top - press.clientY) < 40;
  const said = bubble.querySelector('p')?.textContent;
  bubble.querySelector('button')?.click();
  await until(() => customer.asked.value && host.asked.value);
  await until(() => marks(opened.layer()) > 0);
  const field = page.doc.querySelector('#secret')?.getBoundingClientRect();
  return { said, isNear, lit: marks(opened.layer()), x: (field?.x ?? 0) + 20, y: (field?.y ?? 0) + 8 };
}

export async function afterAsked() {
  const { customer, host, until } = opened;
  await until(() => !customer.asked.value && !host.asked.value);
  return {
    lit: marks(opened.layer()),
    inMirror: layersIn(opened.mirror()),
  };
}

export async function openForPointers() {
  opened = await open(
    '<button id="here" style="position:absolute;left:40px;top:40px;width:60px;height:40px">Here</button>',
  );
  opened.point('#here', 'pointermove', 'pointerdown', 'pointerup');
}

/** What is drawn of either pointer, once both are. */
export async function pointers() {
  const { page, layer, rung, overlay, mirror, until } = opened;
  const box = (doc: Document) => doc.querySelector('#here')?.getBoundingClientRect();
  await until(
    () =>
      drawn(layer(), box(page.doc)).isOver && drawn(overlay, box(mirror())).isOver && rung.atHost + rung.atCustomer > 1,
  );
  return {
    atHost: { ...drawn(overlay, box(mirror())), rings: rung.atHost },
    atCustomer: { ...drawn(layer(), box(page.doc)), rings: rung.atCustomer },
    inMirror: layersIn(mirror()),
  };
}
