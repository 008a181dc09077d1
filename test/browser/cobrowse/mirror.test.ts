import { expect, test, vi } from 'vitest';
import { startSession } from './session.ts';

test('the host sees the page, and each change of it', async () => {
  const { page, until, mirror, host } = await startSession(
    '<h1 id="a">Hello</h1><style id="s">h1 { color: rgb(1, 2, 3) }</style><div id="host"></div><ul id="l"></ul>',
  );
  const { doc, win } = page;
  expect(mirror().querySelector('h1')?.textContent).toBe('Hello');
  expect(host.page.value?.title).toBe('Shop');
  expect(host.page.value?.viewport?.width).toBe(doc.documentElement.clientWidth);

  doc.querySelector('h1')?.replaceChildren('Changed');
  await until((now) => now.querySelector('h1')?.textContent === 'Changed');

  doc.querySelector('h1')?.setAttribute('class', 'big');
  await until((now) => now.querySelector('h1')?.className === 'big');

  for (let index = 0; index < 50; index++) doc.querySelector('#l')?.append(doc.createElement('li'));
  await until((now) => now.querySelectorAll('li').length === 50);

  const style = doc.querySelector<HTMLStyleElement>('#s');
  style?.sheet?.insertRule('h1 { background-color: rgb(9, 8, 7) }', 1);
  const look = (now: Document) => {
    const h1 = now.querySelector('h1');
    return h1 && now.defaultView?.getComputedStyle(h1);
  };
  await until((now) => look(now)?.backgroundColor === 'rgb(9, 8, 7)');
  expect(look(mirror())?.color).toBe('rgb(1, 2, 3)');

  const sheet = new win.CSSStyleSheet();
  sheet.replaceSync('h1 { text-align: right }');
  doc.adoptedStyleSheets = [sheet];
  await until((now) => look(now)?.textAlign === 'right');

  const shadow = doc.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>in the shadow</p>';
  await until((now) => now.querySelector('#host')?.shadowRoot?.textContent === 'in the shadow');
});

test('frames of the same origin, dialogs and scrolling are mirrored', async () => {
  const { page, until } = await startSession(
    '<iframe srcdoc="<p id=i>inside</p>"></iframe><dialog id="d">question</dialog><div style="height:5000px"></div>',
  );
  const { doc, win } = page;
  await until((now) => now.querySelector('iframe')?.contentDocument?.querySelector('#i')?.textContent === 'inside');
  doc.querySelector('iframe')?.contentDocument?.querySelector('#i')?.replaceChildren('changed');
  await until((now) => now.querySelector('iframe')?.contentDocument?.querySelector('#i')?.textContent === 'changed');

  doc.querySelector('dialog')?.showModal();
  await until((now) => now.querySelector('dialog')?.open);

  win.scrollTo({ top: 1234, behavior: 'instant' });
  await until((now) => now.defaultView?.scrollY === 1234);
});

test('a picture that loads late has its size in the mirror', async () => {
  const { page, until, wire } = await startSession('<img alt="">');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"/>';
  const image = page.doc.querySelector('img');
  if (image) image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await until((now) => now.querySelector('img')?.naturalWidth === 120);
  expect(wire()).not.toContain('blob:');
});

test('which option is chosen is not shown, and no other looks chosen', async () => {
  const { page, until, mirror } = await startSession('<select><option>a<option selected>b</select>');
  expect(mirror().querySelector('select')?.selectedIndex).toBe(-1);
  page.doc.body.insertAdjacentHTML('beforeend', '<select id="late"><option>c<option>d</select>');
  await until((now) => now.querySelectorAll('#late option').length === 2);
  expect(mirror().querySelector<HTMLSelectElement>('#late')?.selectedIndex).toBe(-1);
});

test('no value of a field leaves the page, in no form', async () => {
  const { page, wire, until, mirror } = await startSession(`
    <input id="t" value="SECRET-text"><textarea id="a">SECRET-area</textarea>
    <input id="p" type="password" value="SECRET-password"><input id="h" type="hidden" value="SECRET-hidden">
    <input id="c" type="checkbox" value="SECRET-tick"><div id="e" contenteditable>SECRET-editable</div>
    <a href="/path?token=SECRET-query#SECRET-hash">go</a><img src="/i.png?SECRET-src" srcset="/i.png?SECRET-set 2x">
    <form action="/do?SECRET-action"></form><iframe srcdoc="<input value=SECRET-frame>"></iframe>
    <style>b { background: url("/x.png?SECRET-css") }</style><button value="x">Buy</button><p id="end"></p>`);
  const { doc } = page;
  const type = (id: string, value: string) => {
    const field = doc.querySelector<HTMLInputElement>(id);
    if (field) field.value = value;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('#t', 'SECRET-typed');
  type('#p', 'SECRET-typed-password');
  doc.querySelector('#p')?.setAttribute('value', 'SECRET-attribute');
  doc.querySelector('#p')?.setAttribute('type', 'text');
  type('#p', 'SECRET-shown-password');
  doc.querySelector('#p')?.setAttribute('value', 'SECRET-shown-attribute');
  doc.querySelector('#h')?.setAttribute('value', 'SECRET-hidden-attribute');
  type('#h', 'SECRET-hidden-typed');
  doc.querySelector('#t')?.setAttribute('value', 'SECRET-text-attribute');
  doc.querySelector('#e')?.replaceChildren('SECRET-edited');
  doc.querySelector('#a')?.replaceChildren('SECRET-area-text');
  doc.querySelector('a')?.setAttribute('href', '/other?SECRET-new-query');
  doc.body.insertAdjacentHTML('beforeend', '<input type=hidden value=SECRET-added><input value=SECRET-added-2>');
  doc.querySelector('#end')?.replaceChildren('done');
  await until((now) => now.querySelector('#end')?.textContent === 'done');

  expect(wire().match(/SECRET[-\w]*/g)).toBe(null);
  expect(mirror().querySelector<HTMLInputElement>('#t')?.value).toBe('******');
  expect(mirror().querySelector('button')?.textContent).toBe('Buy');
});

test('fields of 1 and of 64 characters look the same on the wire', async () => {
  const { page, customerLink, until } = await startSession('<input id="t"><p></p>');
  const input = page.doc.querySelector('input');
  const sizes: number[] = [];
  for (const [round, value] of ['a', 'b'.repeat(64)].entries()) {
    const before = customerLink.sent.length;
    if (input) input.value = value;
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    page.doc.querySelector('p')?.replaceChildren(String(round));
    await until((now) => now.querySelector('p')?.textContent === String(round));
    sizes.push(customerLink.sent.slice(before).filter(({ channel }) => channel === 'mirror').length);
  }
  expect(sizes[0]).toBe(sizes[1]);
});

test('after stop not one more frame leaves, and the host is told', async () => {
  const { page, customer, customerLink, host } = await startSession('<p>one</p>');
  page.doc.querySelector('p')?.replaceChildren('two');
  customer.stop();
  const { length } = customerLink.sent;
  page.doc.querySelector('p')?.replaceChildren('three');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(customerLink.sent.length).toBe(length);
  expect(host.phase.value).toBe('stopped');
});

test('a host that is too far behind gets one fresh snapshot', async () => {
  const { page, customerLink, host, until } = await startSession('<p>one</p>');
  customerLink.hold(5 * 1024 * 1024);
  for (const text of ['two', 'three', 'four']) {
    page.doc.querySelector('p')?.replaceChildren(text);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { snapshots } = host.stats;
  customerLink.hold(0);
  await until((now) => now.querySelector('p')?.textContent === 'four');
  expect(host.stats.snapshots).toBe(snapshots + 1);
});

test('a host that has come back gets the whole page again', async () => {
  const { customerLink, host, until } = await startSession('<p>one</p>');
  const { snapshots } = host.stats;
  customerLink.freshen();
  await until(() => host.stats.snapshots > snapshots);
  await until((now) => now.querySelector('p')?.textContent === 'one');
});

test('a damaged frame is mended by a fresh snapshot', async () => {
  const { customerLink, host, until, page } = await startSession('<p>one</p>');
  customerLink.send('mirror', Uint8Array.of(0, 99, 99, 99));
  await until(() => host.stats.rebuilds === 1);
  page.doc.querySelector('p')?.replaceChildren('two');
  await until((now) => now.querySelector('p')?.textContent === 'two');
  await until(() => host.phase.value === 'live');
});

test('what is shown is printed on its sheet’s width, and fits its stage again afterwards', async () => {
  const { host, player, until } = await startSession('<h1>Receipt</h1>');
  await until((now) => now.querySelector('h1')?.textContent === 'Receipt');
  const paper = player.frame.contentWindow as Window;
  const shownWidth = () => paper.document.querySelector('#mirror')?.getBoundingClientRect().width ?? 0;
  player.frame.style.width = '200px';
  await vi.waitUntil(() => shownWidth() <= 200);
  const widths: number[] = [];
  // The dialog would wait for a person.
  paper.print = () => {
    paper.dispatchEvent(new Event('beforeprint'));
    widths.push(shownWidth());
    paper.dispatchEvent(new Event('afterprint'));
  };
  host.print();
  await vi.waitUntil(() => widths.length > 0);
  const { width } = host.page.value?.viewport ?? { width: 0 };
  expect(widths.map(Math.round)).toEqual([Math.min(680, width)]);
  expect(shownWidth()).toBeLessThanOrEqual(200);
});
