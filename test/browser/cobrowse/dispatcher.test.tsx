import { h, render } from 'preact';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { hostHands, record } from './host-hands.ts';

test('a click is what a real one is: over, down, focus, up, click', () => {
  const { find, click } = hostHands('<button id="b">Buy</button>');
  const all =
    'pointerover pointerenter mouseover mouseenter pointermove mousemove pointerdown mousedown focus pointerup mouseup click';
  const seen = record(find('#b'), all);
  expect(click('#b')).toBe(null);
  expect(seen).toEqual(all.split(' '));
  expect(document.activeElement).toBe(find('#b'));
});

test('a second click in a series is a double click', () => {
  const { find, pointer } = hostHands('<p id="p">text</p>');
  const seen = record(find('#p'), 'click dblclick');
  pointer('click', find('#p'));
  pointer('click', find('#p'), { count: 2 });
  expect(seen).toEqual(['click', 'click', 'dblclick']);
});

test('a prevented mousedown leaves focus where it is', () => {
  const { find, click } = hostHands('<input id="i"><button id="b">x</button>');
  find('#i').focus();
  find('#b').addEventListener('mousedown', (event) => event.preventDefault());
  click('#b');
  expect(document.activeElement).toBe(find('#i'));
});

test('native fields take typing, erasing and pasting, with trusted input events', () => {
  const { find, click, type, key, paste } = hostHands('<input id="i"><textarea id="t"></textarea>');
  const trusted: boolean[] = [];
  const input = find('#i') as HTMLInputElement;
  input.addEventListener('input', (event) => trusted.push(event.isTrusted));
  click('#i');
  expect(type('Hello')).toBe(null);
  key('Backspace');
  key('ArrowLeft');
  key('Delete');
  expect(input.value).toBe('Hel');
  key('a', { ctrl: true });
  paste('pasted');
  expect(input.value).toBe('pasted');
  expect(trusted).not.toContain(false);
  click('#t');
  type('a');
  key('Enter');
  type('b');
  expect((find('#t') as HTMLTextAreaElement).value).toBe('a\nb');
});

test('a controlled Preact field gets each letter', async () => {
  const { find, click, type } = hostHands('<div id="root"></div>');
  const value = signal('');
  const App = () =>
    h('input', {
      id: 'c',
      value: value.value,
      onInput: (event: InputEvent) => (value.value = (event.target as HTMLInputElement).value.toUpperCase()),
    });
  const draw = () => render(h(App, {}), find('#root'));
  draw();
  click('#c');
  for (const letter of 'abc') {
    type(letter);
    draw();
  }
  expect(value.value).toBe('ABC');
  expect((find('#c') as HTMLInputElement).value).toBe('ABC');
});

test('editable content is edited, and an editor that does it all itself gets beforeinput', () => {
  const { find, click, type, key } = hostHands(
    '<div id="e" contenteditable>one</div><div id="own" contenteditable></div>',
  );
  click('#e');
  key('End');
  type(' two');
  expect(find('#e').textContent?.replace(/\u00a0/g, ' ')).toContain(' two');
  const inserted: (string | null)[] = [];
  find('#own').addEventListener('beforeinput', (event) => {
    event.preventDefault();
    inserted.push((event as InputEvent).data);
  });
  find('#own').focus();
  type('x');
  expect(inserted).toEqual(['x']);
  expect(find('#own').textContent).toBe('');
});

test('checkboxes, radios and labels toggle by a click', () => {
  const { find, click } = hostHands(
    '<input id="c" type="checkbox"><label id="l">Agree <input id="d" type="checkbox"></label>',
  );
  click('#c');
  click('#l');
  expect((find('#c') as HTMLInputElement).checked).toBe(true);
  expect((find('#d') as HTMLInputElement).checked).toBe(true);
});

test('lists, dates and sliders are set with input and change', () => {
  const { find, choose, fill, pointer } = hostHands(
    '<select id="s"><option>a</option><option>b</option></select><input id="d" type="date"><input id="r" type="range" style="width:200px">',
  );
  const seen = record(document.body, 'input change');
  expect(choose('#s', [1])).toBe(null);
  expect((find('#s') as HTMLSelectElement).value).toBe('b');
  expect(choose('#s', [7])).toBe('impossible');
  expect(fill('#d', '2026-03-04')).toBe(null);
  expect((find('#d') as HTMLInputElement).value).toBe('2026-03-04');
  pointer('down', find('#r'), { fx: 0.1 });
  pointer('move', find('#r'), { fx: 0.8 });
  pointer('up', find('#r'), { fx: 0.8 });
  expect(Number((find('#r') as HTMLInputElement).value)).toBeGreaterThan(70);
  expect(seen.slice(0, 4)).toEqual(['input', 'change', 'input', 'change']);
});

test('Enter submits a form through its button, and only when it may', () => {
  const { find, click, key } = hostHands('<form id="f"><input id="i" required><button id="b">Go</button></form>');
  let submits = 0;
  find('#f').addEventListener('submit', (event) => {
    event.preventDefault();
    submits += 1;
  });
  click('#i');
  key('Enter');
  expect(submits).toBe(0);
  (find('#i') as HTMLInputElement).value = 'x';
  key('Enter');
  expect(submits).toBe(1);
});

test('Tab goes to the next field and Shift+Tab back', () => {
  const { find, click, key } = hostHands('<input id="a"><button id="b">b</button><a id="c" href="#x">c</a>');
  click('#a');
  key('Tab');
  expect(document.activeElement).toBe(find('#b'));
  key('Tab', { shift: true });
  expect(document.activeElement).toBe(find('#a'));
});

test('the wheel scrolls the nearest thing that can, unless the page prevents it', () => {
  const { find, wheel } = hostHands(
    '<div id="o" style="height:50px;overflow:auto"><p id="p" style="height:500px;margin:0">x</p></div>',
  );
  wheel(find('#o'), 60);
  expect(find('#o').scrollTop).toBe(60);
  find('#o').addEventListener('wheel', (event) => event.preventDefault());
  wheel(find('#o'), 60);
  expect(find('#o').scrollTop).toBe(60);
});

test('text is selected between two carets', () => {
  const { find, select } = hostHands('<p id="p">some words</p>');
  const text = find('#p').firstChild as Text;
  expect(select(text, 5, text, 10)).toBe(null);
  expect(String(document.getSelection())).toBe('words');
});

test('a slider of scripts that captures the pointer gets the whole drag', () => {
  const { find, pointer } = hostHands(
    '<div id="s" style="width:100px;height:20px"></div><div id="o" style="height:50px"></div>',
  );
  const slider = find('#s');
  slider.addEventListener('pointerdown', (event) => slider.setPointerCapture(event.pointerId));
  const seen = record(slider, 'pointermove pointerup lostpointercapture');
  pointer('down', slider);
  seen.length = 0;
  pointer('move', find('#o'));
  pointer('up', find('#o'));
  expect(seen).toEqual(['pointermove', 'pointerup', 'lostpointercapture']);
});

test('what is covered, gone, stale or private is not touched', () => {
  const { find, click, staleness, idOf, pointer, type, run } = hostHands(
    `<button id="b">Delete</button><div id="cover" style="position:fixed;inset:0" hidden></div>
     <input id="p" type="password"><input id="f" type="file"><input id="cc" autocomplete="cc-number">`,
  );
  const seen = record(document.body, 'click pointerdown keydown');
  find('#cover').hidden = false;
  expect(click('#b')).toBe('covered');
  find('#cover').hidden = true;
  staleness.note(
    {
      type: 3,
      timestamp: 0,
      data: {
        source: 0,
        texts: [],
        adds: [],
        removes: [],
        attributes: [{ id: idOf(find('#b')), attributes: { href: '/x' } }],
      },
    },
    11,
  );
  expect(pointer('click', find('#b'), { seq: 10 })).toBe('stale');
  expect(pointer('click', find('#b'), { seq: 11 })).toBe(null);
  seen.length = 0;
  for (const id of ['#p', '#f', '#cc']) expect(click(id)).toBe('private');
  find('#p').focus();
  expect(type('x')).toBe('private');
  const gone = find('#b');
  gone.remove();
  expect(pointer('click', gone)).toBe('gone');
  expect(run({ type: 'control.key', documentId: 'BBBBBBBBBBBBBBBBBBBBBB' })).toBe('gone');
  expect(seen).toEqual([]);
});

test('when the lease lapses, keys and buttons that are down go up, without a click', () => {
  const { find, pointer, key, dispatcher } = hostHands('<button id="b">x</button>');
  const seen = record(document.body, 'keyup pointerup mouseup click');
  pointer('down', find('#b'));
  key('Shift', {}, ['down']);
  dispatcher.release();
  expect(seen.toSorted()).toEqual(['keyup', 'mouseup', 'pointerup']);
});

test('where a site or a payer keeps control out, nothing is pressed, and why is said', () => {
  const { find, click, type, key } = hostHands(
    `<div data-assist-no-control><button id="pay">Pay</button><input id="amount"></div>
     <label id="label">Card <input id="card" autocomplete="cc-number"></label>
     <iframe id="payer" allow="payment" sandbox></iframe>
     <iframe id="other" sandbox></iframe>
     <form id="form"><input id="field"><span data-assist-no-control><button>Send</button></span></form>`,
  );
  const seen = record(document.body, 'pointerdown click keydown submit');
  expect(click('#pay')).toBe('no-control');
  expect(click('#label')).toBe('private');
  expect(click('#payer')).toBe('payment');
  expect(click('#other')).toBe('other-origin-frame');
  find('#amount').focus();
  expect(type('1')).toBe('no-control');
  expect(seen).toEqual([]);
  // A form's protected button cannot be pressed by Enter in its field either.
  expect(click('#field')).toBe(null);
  key('Enter');
  expect(seen).not.toContain('submit');
});

test('the customer can be asked to press what no host may', () => {
  const { find, run, idOf, asked } = hostHands('<input id="secret" type="password">');
  const at = { frame: 0, node: idOf(find('#secret')), fx: 0.5, fy: 0.5 };
  expect(run({ type: 'control.ask', at })).toBe(null);
  expect(asked).toEqual([find('#secret')]);
});

test('what the page does later than the press, it still does without the gesture of a person', async () => {
  const { find, click, asked } = hostHands('<button id="b">Terms</button>');
  const open = Promise.withResolvers<Window | null>();
  find('#b').addEventListener('click', () => setTimeout(() => open.resolve(window.open('about:blank'))));
  expect(click('#b')).toBe(null);
  expect(await open.promise).toBe(null);
  expect(asked).toEqual([find('#b')]);
});

test('a drag that is let go of by the lease drops nothing', () => {
  const { find, pointer, dispatcher } = hostHands(
    '<div id="thing" draggable="true">thing</div><div id="basket" style="height:40px">basket</div>',
  );
  find('#basket').addEventListener('dragover', (event) => event.preventDefault());
  const seen = record(document.body, 'dragstart drop dragend pointerup');
  pointer('down', find('#thing'));
  pointer('move', find('#basket'));
  dispatcher.release();
  pointer('move', find('#basket'));
  expect(seen).toEqual(['dragstart', 'dragend']);
});

test('a button that is held down over something that goes is let go', () => {
  const { find, pointer } = hostHands('<div id="a">a</div><div id="b">b</div>');
  const gone = find('#b');
  const seen = record(document.body, 'pointerdown pointerup');
  pointer('down', find('#a'));
  gone.remove();
  expect(pointer('up', gone)).toBe('gone');
  expect(seen).toEqual(['pointerdown', 'pointerup']);
});

test('control leaves nothing of its own in the page when it stops', () => {
  const natives = () => [window.open, HTMLElement.prototype.click, Element.prototype.setPointerCapture];
  const before = natives();
  const { find, pointer, dispatcher } = hostHands('<style>p:hover { color: red }</style><p id="p">text</p>');
  expect(natives()).not.toEqual(before);
  expect(getComputedStyle(find('#p')).color).not.toBe('rgb(255, 0, 0)');
  pointer('move', find('#p'));
  expect(getComputedStyle(find('#p')).color).toBe('rgb(255, 0, 0)');
  dispatcher.stop();
  expect(document.adoptedStyleSheets).toEqual([]);
  expect(find('#p').getAttributeNames()).toEqual(['id']);
  expect(natives()).toEqual(before);
});
