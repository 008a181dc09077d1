import fc from 'fast-check';
import { expect, test } from 'vitest';
import typicons from '../../../node_modules/typicons.font/src/font/typicons.woff2?url';
import { startSession } from './session.ts';

/** What the tree is made of, as text; additions of the player left out. */
function shape(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const attributes = [...element.attributes]
    .map(({ name, value }) => ` ${name}="${value}"`)
    .toSorted()
    .join('');
  const inner = [...(element.shadowRoot?.childNodes ?? []), '|', ...element.childNodes]
    .map((child) => (typeof child === 'string' ? child : shape(child)))
    .join(',');
  return `<${element.localName}${attributes}>${inner}</>`;
}
const hosts = new Set(['main', 'p', 'my-tag']);
/** Through shadow roots. */
const elementsIn = (top: Element): Element[] => {
  const inner = [...top.children, ...(top.shadowRoot?.children ?? [])];
  return [top, ...inner.flatMap(elementsIn)];
};
function isWithin(node: Node, top: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at === top) return true;
  }
  return false;
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

test('whatever scripts do to the tree, the mirror has the same tree', async () => {
  const { page, mirror, until, host } = await startSession('<main></main>');
  const { doc } = page;
  const main = doc.querySelector('main') as HTMLElement;
  const same = (now: Document) => shape(now.querySelector('main') as Element) === shape(main);

  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(11), fc.nat(1_000), fc.nat(1_000)), { maxLength: 60 }), async (acts) => {
      for (const [act, a, b] of acts) {
        const all = elementsIn(main);
        const one = all[a % all.length] as Element;
        const other = all[b % all.length] as Element;
        const child = one.childNodes[b % Math.max(1, one.childNodes.length)] ?? null;
        if (act === 0) one.append(doc.createElement(['p', 'b', 'my-tag', 'ul'][b % 4] ?? 'i'));
        else if (act === 1) one.insertBefore(doc.createTextNode(`t${b}`), child);
        else if (act === 2 && child) child.remove();
        else if (act === 3 && !isWithin(one, other)) one.insertBefore(other, child);
        else if (act === 4) one.setAttribute('class', `c${b % 100}`);
        else if (act === 5 && child?.nodeType === 3) (child as Text).data = `u${b}`;
        else if (act === 6 && b % 5 === 0) one.innerHTML = `<i>${b}</i>text<u></u>`;
        else if (act === 7) one.replaceChildren(...[...one.childNodes].reverse());
        else if (act === 8) one.removeAttribute('class');
        else if (act === 9 && hosts.has(one.localName) && !one.shadowRoot)
          one.attachShadow({ mode: 'open' }).innerHTML = `<b class="s${b}">in</b><slot></slot>`;
        else if (act === 10)
          one.insertAdjacentHTML('afterbegin', `<svg viewBox="0 0 ${b} 9"><g><path d="M0 0"/></g></svg>`);
        else if (act === 11) one.setAttribute('style', b % 3 === 0 ? '' : `margin: ${b % 9}px; color: red`);
        if (b % 11 === 0) await Promise.resolve();
        if (b % 17 === 0) await settle();
      }
      await until(same);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(host.stats.rebuilds).toBe(0);
  expect(same(mirror())).toBe(true);
}, 60_000);

test('a big page comes in pieces, and what changes meanwhile is not lost', async () => {
  const rows = Array.from({ length: 6_000 }, (_, at) => `<li><b>${at}</b><i>row</i></li>`).join('');
  const { page, until, mirror, host, customerLink } = await startSession(`<ul>${rows}</ul>`);
  const { doc } = page;
  const list = doc.querySelector('ul') as HTMLElement;
  list.lastElementChild?.remove();
  list.prepend(list.children[3_000] as Element);
  list.children[5_000]?.setAttribute('class', 'late');
  list.append(doc.createElement('li'));
  await until((now) => shape(now.querySelector('ul') as Element) === shape(list));
  expect(mirror().querySelectorAll('li').length).toBe(6_000);
  expect(host.stats.rebuilds).toBe(0);
  expect(customerLink.sent.filter(({ channel }) => channel === 'mirror').length).toBeGreaterThan(3);
}, 60_000);

test('a frame that is met when there is no time left comes with its root, and the rest of it later', async () => {
  const rows = '<li><b>1</b><i>row</i></li>'.repeat(3_000);
  const { until, host } = await startSession(`<iframe srcdoc="<p>inner</p>"></iframe><ul>${rows}</ul>`);
  await until((now) => now.querySelector('iframe')?.contentDocument?.querySelector('p')?.textContent === 'inner');
  await until((now) => now.querySelectorAll('li').length === 3_000);
  expect(host.stats.rebuilds).toBe(0);
}, 60_000);

test('shadow roots that scripts attach are mirrored, closed ones too, with their sheets', async () => {
  const { page, until } = await startSession('<div id="a"></div><div id="b"></div>');
  const { doc, win } = page;
  for (const [id, mode] of [
    ['a', 'open'],
    ['b', 'closed'],
  ] as const) {
    const root = (doc.querySelector(`#${id}`) as Element).attachShadow({ mode });
    const sheet = new win.CSSStyleSheet();
    sheet.replaceSync('p { color: rgb(1, 2, 3) }');
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = `<p>in ${mode}</p>`;
    await until((now) => {
      const inner = now.querySelector(`#${id}`)?.shadowRoot?.querySelector('p');
      return inner?.textContent === `in ${mode}` && now.defaultView?.getComputedStyle(inner).color === 'rgb(1, 2, 3)';
    });
    sheet.insertRule('p { font-style: italic }', 1);
    sheet.deleteRule(0);
    await until((now) => {
      const inner = now.querySelector(`#${id}`)?.shadowRoot?.querySelector('p') as Element;
      const style = now.defaultView?.getComputedStyle(inner);
      return style?.fontStyle === 'italic' && style.color !== 'rgb(1, 2, 3)';
    });
  }
});

test('rules that scripts write, change and take away look the same in the mirror', async () => {
  const { page, until } = await startSession('<style id="s"></style><style id="w">p { margin: 1px }</style><p>x</p>');
  const { doc } = page;
  const look = (now: Document) => now.defaultView?.getComputedStyle(now.querySelector('p') as Element);
  const sheet = doc.querySelector<HTMLStyleElement>('#s')?.sheet as CSSStyleSheet;
  for (let at = 0; at < 20; at++) sheet.insertRule(`p { padding-left: ${at}px }`, at);
  await until((now) => look(now)?.paddingLeft === '19px');
  sheet.insertRule('p { padding-left: 50px !important }', 0);
  await until((now) => look(now)?.paddingLeft === '50px');
  (sheet.cssRules[0] as CSSStyleRule).style.setProperty('padding-left', '7px', 'important');
  await until((now) => look(now)?.paddingLeft === '7px');
  sheet.deleteRule(0);
  await until((now) => look(now)?.paddingLeft === '19px');
  const written = doc.querySelector('#w') as HTMLElement;
  written.textContent = 'p { margin: 9px }';
  await until((now) => look(now)?.marginTop === '9px');
  written.append('p { margin: 11px }');
  await until((now) => look(now)?.marginTop === '11px');
});

test('focus, popovers and half-ticked boxes look at the host as at the customer', async () => {
  const { page, until } = await startSession(
    '<style>input:focus { color: rgb(9, 9, 9) }</style><input id="i"><input type="checkbox" id="c"><div popover id="p">pop</div>',
  );
  const { doc } = page;
  doc.querySelector<HTMLInputElement>('#i')?.focus();
  await until((now) => now.defaultView?.getComputedStyle(now.querySelector('#i') as Element).color === 'rgb(9, 9, 9)');
  const box = doc.querySelector<HTMLInputElement>('#c') as HTMLInputElement;
  box.indeterminate = true;
  await until((now) => now.querySelector('#c')?.matches(':indeterminate'));
  box.indeterminate = false;
  await until((now) => now.querySelector('#c')?.matches(':indeterminate') === false);
  const popover = doc.querySelector<HTMLElement>('#p');
  popover?.showPopover();
  await until((now) => now.querySelector('#p')?.matches(':popover-open'));
  popover?.hidePopover();
  await until((now) => now.querySelector('#p')?.matches(':popover-open') === false);
});

test('values that scripts set are told, and typing on and on is told once', async () => {
  const { page, until, wire } = await startSession(
    '<form><input id="t"><input type="checkbox" id="c"><input type="radio" name="r" id="r1" checked><input type="radio" name="r" id="r2"></form>',
  );
  const { doc } = page;
  const field = doc.querySelector('#t') as HTMLInputElement;
  (doc.querySelector('#c') as HTMLInputElement).checked = true;
  (doc.querySelector('#r2') as HTMLInputElement).checked = true;
  await until((now) => now.querySelector<HTMLInputElement>('#c')?.checked);
  await until((now) => now.querySelector<HTMLInputElement>('#r2')?.checked);
  field.value = 'a';
  await until((now) => now.querySelector<HTMLInputElement>('#t')?.value !== '');
  const before = wire().length;
  for (let length = 2; length < 64; length++) {
    field.value = 'a'.repeat(length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await settle();
  expect(wire().length).toBe(before);
});

test('a sheet is for the media that a script has told the sheet itself, whoever owns it', async () => {
  const { page, until } = await startSession(
    '<style id="s" media="print">p { margin-top: 9px }</style><style media="(max-width: 1024px)">p { margin-left: 8px }</style><style media="(min-width: 9999px)">p { margin-left: 3px }</style><p>x</p>',
  );
  const { doc, win } = page;
  const look = (now: Document) => now.defaultView?.getComputedStyle(now.querySelector('p') as Element);
  await until((now) => look(now)?.marginLeft === '8px' && look(now)?.marginTop !== '9px');
  const { media } = (doc.querySelector<HTMLStyleElement>('#s') as HTMLStyleElement).sheet as CSSStyleSheet;
  media.mediaText = 'screen';
  await until((now) => look(now)?.marginTop === '9px');
  media.deleteMedium('screen');
  media.appendMedium('print');
  await until((now) => look(now)?.marginTop !== '9px');
  const adopted = new win.CSSStyleSheet({ media: 'print' });
  adopted.replaceSync('p { padding-top: 5px }');
  doc.adoptedStyleSheets = [adopted];
  adopted.insertRule('p { padding-left: 6px }', 1);
  doc.querySelector('p')?.setAttribute('class', 'told');
  await until((now) => now.querySelector('.told'));
  expect(look(page.doc)?.paddingLeft).toBe('0px');
  await until((now) => look(now)?.paddingTop === '0px' && look(now)?.paddingLeft === '0px');
  adopted.media.mediaText = 'all';
  await until((now) => look(now)?.paddingTop === '5px' && look(now)?.paddingLeft === '6px');
  adopted.disabled = true;
  await until((now) => look(now)?.paddingTop === '0px');
});

test('a font that a script makes is known in the mirror, and goes when the script takes it away', async () => {
  const { page, until } = await startSession('<p style="font-family: made">x</p>');
  const { doc, win } = page;
  const faces = (now: Document) =>
    now.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).map((one) => one.cssText);
  const face = new win.FontFace('made', 'url(data:font/woff2;base64,d09GMgABAAAAA)', { weight: '700' });
  doc.fonts.add(face);
  await until((now) => faces(now).some((rule) => /made.*data:font.*700/s.test(rule)));
  doc.fonts.delete(face);
  await until((now) => faces(now).length === 0);
});

test('a font that a script makes of bytes travels as a file of the page’s', async () => {
  const { page, until } = await startSession('<p style="font-family: made">x</p>');
  const { doc, win } = page;
  const bytes = await (await fetch(typicons)).arrayBuffer();
  const face = new win.FontFace('made', bytes);
  doc.fonts.add(await face.load());
  await until((now) => [...now.fonts].some(({ family, status }) => family === 'made' && status === 'loaded'));
});

test('closed shadow roots from before the recorder are mirrored, those of elements that the page defined', async () => {
  const { page, mirror, until } = await startSession(`<my-card></my-card><other-tool></other-tool><script>
    window.closedRoots = new Map();
    const fill = (element, text) => {
      const root = element.attachShadow({ mode: 'closed' });
      root.innerHTML = '<b>' + text + '</b>';
      closedRoots.set(element, root);
    };
    customElements.define('my-card', class extends HTMLElement { constructor() { super(); fill(this, 'within'); } });
    fill(document.querySelector('other-tool'), 'not ours');
  </script>`);
  const text = (now: Document, tag: string) => now.querySelector(tag)?.shadowRoot?.querySelector('b')?.textContent;
  await until((now) => text(now, 'my-card') === 'within');
  const { closedRoots } = page.win as Window & { closedRoots?: Map<Element, ShadowRoot> };
  const root = closedRoots?.get(page.doc.querySelector('my-card') as Element);
  expect(root?.childNodes.length).toBe(1);
  root?.querySelector('b')?.append(', and later');
  await until((now) => text(now, 'my-card') === 'within, and later');
  expect(text(mirror(), 'other-tool')).toBe(undefined);
});

test('the frame of the mirror has the colour scheme that the customer’s system wants', async () => {
  const { page, until } = await startSession('<p>x</p>');
  const { win } = page;
  // What a document learns from its frame the test tool overrides; the fidelity benchmark looks at that.
  const scheme = (now: Document) => {
    const frame = now.defaultView?.frameElement;
    return frame && getComputedStyle(frame).colorScheme;
  };
  await until((now) => scheme(now) === 'light');
  win.matchMedia = () => ({ matches: true }) as MediaQueryList;
  win.dispatchEvent(new Event('resize'));
  await until((now) => scheme(now) === 'dark');
});

test('an element whose name the page defines later is defined in the mirror from then on', async () => {
  const { page, until, host } = await startSession(
    '<style>x-later:not(:defined) { color: rgb(1, 1, 1) } x-later:defined { color: rgb(2, 2, 2) }</style><x-later>a</x-later><x-later>b</x-later>',
  );
  const colours = (now: Document) =>
    [...now.querySelectorAll('x-later')].map((one) => now.defaultView?.getComputedStyle(one).color).join();
  await until((now) => colours(now) === 'rgb(1, 1, 1),rgb(1, 1, 1)');
  const { win } = page;
  win.customElements.define('x-later', class extends win.HTMLElement {});
  await until((now) => colours(now) === 'rgb(2, 2, 2),rgb(2, 2, 2)');
  expect(host.stats.rebuilds).toBe(0);
});

test('states of a custom element’s own show in the mirror, whoever asks for them and whenever they change', async () => {
  const { page, mirror, until } =
    await startSession(`<style>x-a:state(busy) { color: rgb(1, 1, 1) }</style><x-a>a</x-a><script>
    customElements.define('x-a', class extends HTMLElement {
      constructor() {
        super();
        this.own = this.attachInternals();
        this.own.states.add('busy');
        this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host(:state(wide)) { padding: 3px }</style><slot></slot>';
      }
    });
    customElements.upgrade(document.querySelector('x-a'));
  </script>`);
  const look = (now: Document) => now.defaultView?.getComputedStyle(now.querySelector('x-a') as Element);
  await until((now) => look(now)?.color === 'rgb(1, 1, 1)');
  const element = page.doc.querySelector('x-a') as HTMLElement & { own: { states: Set<string> } };
  element.own.states.add('wide');
  await until((now) => look(now)?.paddingTop === '3px');
  element.own.states.delete('busy');
  await until((now) => look(now)?.color !== 'rgb(1, 1, 1)');
  element.own.states.add('of nobody’s interest');
  element.own.states.delete('wide');
  await until((now) => look(now)?.paddingTop === '0px');
  expect(mirror().querySelector('x-a')?.getAttribute('data-beside-states')).toBe(null);
});

test('a page that says by a meta that it is dark is dark in the mirror', async () => {
  const { until, mirror } = await startSession(
    '<meta name="color-scheme" content="dark"><meta name="color-scheme" content="x" data-bad><p>x</p>',
  );
  await until((now) => now.defaultView?.getComputedStyle(now.documentElement).color === 'rgb(255, 255, 255)');
  expect(mirror().querySelectorAll('meta').length).toBe(1);
});
