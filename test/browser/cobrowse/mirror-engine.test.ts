import { EventType, IncrementalSource, NodeType, type eventWithTime, type incrementalData } from '@rrweb/types';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createMirrorEngine, type MirrorEngine } from '../../../shared/browser/cobrowse/play/mirror-engine.ts';
import { createSanitiser } from '../../../shared/browser/cobrowse/sanitise/sanitiser.ts';
import { createPlayerModel } from '../../support/player-model.ts';
import { randomEvent, randomSnapshot } from '../../support/random-events.ts';

type Raw = Record<string, unknown>;
const el = (id: number, tagName: string, attributes: Raw = {}, childNodes: Raw[] = [], more: Raw = {}): Raw => ({
  ...{ type: NodeType.Element, id, tagName, attributes, childNodes },
  ...more,
});
const text = (id: number, textContent: string): Raw => ({ type: NodeType.Text, id, textContent });
const page = (body: Raw[], more: Raw = {}): Raw => ({
  type: EventType.FullSnapshot,
  timestamp: 0,
  data: {
    initialOffset: { top: 0, left: 0 },
    node: { type: 0, id: 1, childNodes: [el(2, 'html', {}, [el(3, 'head'), el(4, 'body', {}, body)])], ...more },
  },
});
const change = (data: Raw): Raw => ({ type: EventType.IncrementalSnapshot, timestamp: 0, data });
const mutation = (data: Raw) =>
  change({ source: IncrementalSource.Mutation, texts: [], attributes: [], removes: [], adds: [], ...data });
const added = (parentId: number, node: Raw, more: Raw = {}) => ({ parentId, nextId: null, node, ...more });

function openEngine() {
  const engine = createMirrorEngine(document.body);
  const sanitiser = createSanitiser();
  onTestFinished(engine.destroy);
  engine.apply({ type: EventType.Meta, timestamp: 0, data: { href: '', width: 400, height: 300 } });
  const doc = engine.frame.contentDocument;
  if (!doc) throw new Error('no document');
  return {
    engine,
    doc,
    /** As the player has it played. */
    play(...events: unknown[]) {
      for (const raw of events) for (const { event } of sanitiser.sanitise(raw)) engine.apply(event);
      engine.flush();
    },
  };
}
/** As it never comes from the sanitiser. */
const asItIs = (event: Raw) => event as unknown as eventWithTime;

function parentIn(engine: MirrorEngine, node: Node): number {
  if (node.nodeType === 9) {
    const frame = (node as Document).defaultView?.frameElement;
    return frame ? engine.idOf(frame) : -1;
  }
  const parent = node.parentNode;
  return parent ? engine.idOf(parent.nodeType === 11 ? (parent as ShadowRoot).host : parent) : -1;
}

test('whatever the sanitiser lets through fits, and each node is where it says', () => {
  fc.assert(
    fc.property(randomSnapshot, fc.array(randomEvent, { minLength: 20, maxLength: 30 }), (first, later) => {
      const engine = createMirrorEngine(document.body);
      const sanitiser = createSanitiser();
      const model = createPlayerModel();
      try {
        for (const raw of [first, ...later]) {
          for (const { event } of sanitiser.sanitise(raw)) {
            // It may be changed while it is played.
            model.play(structuredClone(event));
            engine.apply(event);
          }
          engine.flush();
        }
        for (const [id, { parent }] of model.nodes()) {
          const node = engine.nodeOf(id);
          expect(node, `node ${id}`).not.toBeNull();
          if (!node) continue;
          expect(engine.idOf(node)).toBe(id);
          // The text of a sheet or a field may take the place of what was in it.
          if (parent === null || ['style', 'textarea'].includes(model.nodes().get(parent)?.tag ?? '')) continue;
          expect(parentIn(engine, node), `parent of node ${id}`).toBe(parent);
        }
      } finally {
        engine.destroy();
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test.each([
  ['a script', el(9, 'script')],
  ['a frame with an address', el(9, 'iframe', { src: 'http://127.0.0.1:9/' })],
  ['a frame with a document', el(9, 'iframe', { srcdoc: '<p>' })],
  ['a handler', el(9, 'img', { onerror: 'top.pwned = 1' })],
  ['a picture from elsewhere', el(9, 'img', { src: 'http://127.0.0.1:9/' })],
  ['a set of pictures', el(9, 'img', { srcset: 'http://127.0.0.1:9/ 2x' })],
  ['a link that runs', el(9, 'a', { 'xlink:href': 'javascript:top.pwned=1' }, [], { isSVG: true })],
  ['an animation of an address', el(9, 'set', { attributeName: 'href', to: '#' }, [], { isSVG: true })],
  ['a linked sheet', el(9, 'link', { rel: 'stylesheet', href: 'http://127.0.0.1:9/' })],
])('%s that has got past the sanitiser is not built', (_what, node) => {
  const { engine, doc, play } = openEngine();
  play(page([el(5, 'p')]));
  expect(() => engine.apply(asItIs(page([node])))).toThrow(TypeError);
  play(page([el(5, 'p')]));
  expect(() => engine.apply(asItIs(mutation({ adds: [added(4, node)] })))).toThrow(TypeError);
  const { attributes } = node as { attributes: Raw };
  const [name, value] = Object.entries(attributes)[0] ?? ['onload', '1'];
  if (node['tagName'] !== 'link')
    expect(() => engine.apply(asItIs(mutation({ attributes: [{ id: 5, attributes: { [name]: value } }] })))).toThrow();
  expect(doc.querySelector('script, link, [src], [srcset], [srcdoc], [onerror], [onload]')).toBeNull();
});

test('an event of another kind, or of a node that is not there, is no change', () => {
  const { engine, play } = openEngine();
  play(page([]));
  const foreign = {
    source: IncrementalSource.Font,
    family: 'x',
    fontSource: 'url(http://127.0.0.1:9/)',
    buffer: false,
  };
  expect(() => engine.apply({ type: 3, timestamp: 0, data: foreign as unknown as incrementalData })).toThrow(TypeError);
  expect(() => engine.apply(asItIs(mutation({ adds: [added(77, text(78, 'x'))] })))).toThrow(RangeError);
});

test('a text that is said to be scrolled stays where it is, and the mirror with it', () => {
  const { doc, play } = openEngine();
  const scrolled = (id: number) => change({ source: IncrementalSource.Scroll, id, x: 0, y: 9 });
  play(page([text(5, 'x')]), scrolled(5), scrolled(4), mutation({ texts: [{ id: 5, value: 'y' }] }));
  expect(doc.body.textContent).toBe('y');
});

test('a page of the old kind is laid out as such, and the next one as today', () => {
  const { doc, play } = openEngine();
  play(page([], { compatMode: 'BackCompat' }));
  expect(doc.compatMode).toBe('BackCompat');
  play(page([]));
  expect(doc.compatMode).toBe('CSS1Compat');
  expect(doc.querySelectorAll('html, head, body').length).toBe(3);
});

test('nodes come where they belong, among others that come with them', () => {
  const { doc, play } = openEngine();
  play(page([el(5, 'ul', {}, [el(6, 'li', { id: 'a' })])]));
  play(
    mutation({
      adds: [
        added(5, el(7, 'li', { id: 'b' }, [text(8, 'b')])),
        added(5, el(9, 'li', { id: 'c' }), { nextId: 7 }),
        added(5, el(10, 'li', { id: 'd' }), { previousId: 6 }),
        added(7, el(11, 'b', { id: 'e' }), { nextId: 8 }),
      ],
    }),
  );
  expect([...doc.querySelectorAll('li, b')].map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b', 'e']);
  expect(doc.querySelector('#b')?.innerHTML).toContain('</b>b');
});

test('what is in a shadow root and a frame is forgotten with them', () => {
  const { engine, doc, play } = openEngine();
  const host = el(6, 'div', {}, [{ ...el(7, 'p'), isShadow: true }], { isShadowHost: true });
  play(page([el(5, 'section', {}, [host, el(8, 'iframe')])]));
  play(mutation({ adds: [added(8, { type: 0, id: 20, childNodes: [el(21, 'html', {}, [el(22, 'body')])] })] }));
  const inner = doc.querySelector('iframe')?.contentDocument?.body;
  expect(inner && engine.idOf(inner)).toBe(22);
  engine.apply(asItIs(mutation({ removes: [{ parentId: 4, id: 5 }] })));
  expect([5, 6, 7, 8, 20, 21, 22].map(engine.nodeOf)).toEqual([null, null, null, null, null, null, null]);
  expect(engine.nodeOf(4)).toBe(doc.body);
});

test('what has gone already may be taken out, and so may the document of a frame', () => {
  const { engine, doc, play } = openEngine();
  play(page([el(8, 'iframe')]));
  play(mutation({ adds: [added(8, { type: 0, id: 20, childNodes: [el(21, 'html', {}, [el(22, 'body')])] })] }));
  engine.apply(asItIs(mutation({ removes: [77, 22, 20, 21].map((id) => ({ parentId: 4, id })) })));
  expect([20, 21, 22].map(engine.nodeOf)).toEqual([null, null, null]);
  play(mutation({ adds: [added(4, el(23, 'p', { id: 'on' }))] }));
  expect(doc.querySelector('#on')).not.toBe(null);
});

test('what is marked in the page is marked in the mirror, and then is not any more', () => {
  const { doc, play } = openEngine();
  play(page([el(5, 'p', {}, [text(6, 'one two three')])]));
  const ranges = [{ start: 6, startOffset: 4, end: 6, endOffset: 7 }];
  play(change({ source: IncrementalSource.Selection, ranges }));
  expect(String(doc.getSelection())).toBe('two');
  play(change({ source: IncrementalSource.Selection, ranges: [] }));
  expect(doc.getSelection()?.rangeCount).toBe(0);
});

test('a dialog opens in front of the page, beside it, and closes', () => {
  const { doc, play } = openEngine();
  play(page([el(5, 'dialog', { open: '', 'data-beside-dialog': 'modal' })]));
  const dialog = doc.querySelector('dialog') as HTMLDialogElement;
  const set = (open: string | null, mode: string | null) =>
    play(mutation({ attributes: [{ id: 5, attributes: { open, 'data-beside-dialog': mode } }] }));
  expect(dialog.matches(':modal')).toBe(true);
  set(null, null);
  expect([dialog.open, dialog.matches(':modal')]).toEqual([false, false]);
  set('', 'non-modal');
  expect([dialog.open, dialog.matches(':modal')]).toEqual([true, false]);
  set('', 'modal');
  expect(dialog.matches(':modal')).toBe(true);
  set('', 'non-modal');
  expect([dialog.open, dialog.matches(':modal')]).toEqual([true, false]);
});

test('a formula is built of MathML, words in it of HTML, and its names anywhere else mean nothing', () => {
  const { doc, play } = openEngine();
  const formula = el(5, 'math', {}, [
    el(6, 'mfrac', {}, [el(7, 'mi', {}, [text(8, 'a')]), el(9, 'mtext', {}, [el(10, 'b')])]),
  ]);
  play(page([formula, el(11, 'mi'), el(12, 'p', {}, [el(13, 'math')])]));
  play(mutation({ adds: [added(6, el(14, 'mn', { id: 'late' })), added(13, el(15, 'mi', { id: 'later' }))] }));
  const spaces = [...doc.querySelectorAll('math, mfrac, mi, mtext, b, mn')].map(
    ({ localName, namespaceURI }) => `${localName} ${namespaceURI?.split('/').at(-1)}`,
  );
  expect(spaces.join()).toBe(
    'math MathML,mfrac MathML,mi MathML,mtext MathML,b xhtml,mn MathML,mi xhtml,math MathML,mi MathML',
  );
});

test('beside a scroll bar the page has its own room, and the window is as wide as with the bar where the browser can', () => {
  const { engine, doc, play } = openEngine();
  const style = '.w { width: 100vw } .f { position: fixed; right: 0; width: 9px }';
  const more = '@media (width: 415px) { p { color: rgb(1, 2, 3) } }';
  play(
    page([
      el(5, 'style', { _cssText: style + more }),
      el(6, 'div', { class: 'w' }),
      el(7, 'i', { class: 'f' }),
      el(8, 'p'),
    ]),
  );
  const right = () => doc.querySelector('.f')?.getBoundingClientRect().right;
  engine.leaveRoom(15);
  const canHave = doc.defaultView?.innerWidth === 415;
  expect(right()).toBe(400);
  expect(doc.querySelector('.w')?.getBoundingClientRect().width).toBe(canHave ? 415 : 400);
  expect(getComputedStyle(doc.querySelector('p') as Element).color === 'rgb(1, 2, 3)').toBe(canHave);
  expect(canHave || doc.defaultView?.innerWidth === 400).toBe(true);
  play(change({ source: IncrementalSource.ViewportResize, width: 300, height: 200 }));
  engine.leaveRoom(15);
  expect(right()).toBe(300);
  engine.leaveRoom(0);
  expect([right(), doc.defaultView?.innerWidth]).toEqual([300, 300]);
  expect(doc.querySelectorAll('[style]').length).toBe(0);
});

test('in a shadow root the ring of the focus is drawn, unless the page says otherwise, with sheets of its own or without', () => {
  const { doc, play } = openEngine();
  const inside = [
    el(6, 'style', { _cssText: 'b { outline: none }' }),
    el(7, 'i', { 'data-beside-focus': 'visible' }),
    el(8, 'b', { 'data-beside-focus': 'visible' }),
  ].map((node) => ({ ...node, isShadow: true }));
  play(page([el(5, 'div', {}, inside, { isShadowHost: true })]));
  const rings = () =>
    ['i', 'b'].map((tag) => {
      const element = doc.querySelector('div')?.shadowRoot?.querySelector(tag);
      return element && getComputedStyle(element).outlineStyle;
    });
  expect(rings()).toEqual(['auto', 'none']);
  const styles = [{ styleId: 7, rules: [{ rule: 'u { padding: 5px }', index: 0 }] }];
  play(change({ source: IncrementalSource.AdoptedStyleSheet, id: 5, styleIds: [7], styles }));
  expect(rings()).toEqual(['auto', 'none']);
});

test('rules are put in, changed and taken out, in rules and in sheets without an element', () => {
  const { doc, play } = openEngine();
  play(page([el(5, 'style', { _cssText: '@media all { p { color: red } }' }), el(6, 'p')]));
  const look = () => getComputedStyle(doc.querySelector('p') as Element);
  play(change({ source: IncrementalSource.StyleSheetRule, id: 5, adds: [{ rule: 'p { margin: 3px }', index: 9 }] }));
  expect(look().marginTop).toBe('3px');
  const place = { source: IncrementalSource.StyleDeclaration, id: 5, index: [0, 0] };
  play(change({ ...place, set: { property: 'color', value: 'rgb(1, 2, 3)' } }));
  expect(look().color).toBe('rgb(1, 2, 3)');
  play(change({ source: IncrementalSource.StyleSheetRule, id: 5, removes: [{ index: [0, 0] }] }));
  expect(look().color).toBe('rgb(0, 0, 0)');
  const styles = [{ styleId: 7, rules: [{ rule: 'p { padding: 5px }', index: 0 }] }];
  play(change({ source: IncrementalSource.AdoptedStyleSheet, id: 1, styleIds: [7], styles }));
  expect(look().paddingTop).toBe('5px');
  play(change({ source: IncrementalSource.StyleSheetRule, styleId: 7, replaceSync: 'p { padding: 6px }' }));
  expect(look().paddingTop).toBe('6px');
  play(change({ source: IncrementalSource.AdoptedStyleSheet, id: 1, styleIds: [] }));
  expect(look().paddingTop).toBe('0px');
});
