import { type ControlCase, equal } from '../control-case.ts';

const box = (id: string, more = '') => `<div id="${id}" style="width:80px;height:30px;margin:4px" ${more}>${id}</div>`;

export const pointerCases: readonly ControlCase[] = [
  {
    name: 'a thing is dragged and dropped, with one set of data all the way',
    async run(hands, root) {
      root.innerHTML = box('thing', 'draggable="true"') + box('between') + box('basket');
      const types: string[] = [];
      for (const type of ['dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend', 'click']) {
        root.addEventListener(type, ({ target }) => {
          const name = `${type} ${(target as Element).id}`;
          if (types.at(-1) !== name) types.push(name);
        });
      }
      let dropped = '';
      const find = (id: string) => root.querySelector<HTMLElement>(`#${id}`);
      find('thing')?.addEventListener('dragstart', ({ dataTransfer }) => dataTransfer?.setData('text/plain', 'tea'));
      find('basket')?.addEventListener('dragover', (event) => event.preventDefault());
      find('basket')?.addEventListener('drop', (event) => {
        event.preventDefault();
        dropped = event.dataTransfer?.getData('text/plain') ?? '';
      });
      await hands.drag(['#thing'], ['#basket']);
      await hands.until(() => types.at(-1) === 'dragend thing');
      equal(dropped, 'tea');
      equal(types[0], 'dragstart thing');
      equal(types.includes('dragenter basket') && types.includes('dragover basket'), true);
      equal(types.slice(-2), ['drop basket', 'dragend thing']);
    },
  },
  {
    name: 'a thing of pointer events alone is dragged',
    async run(hands, root) {
      root.innerHTML = box('thing', 'class="t"') + box('goal');
      const thing = root.querySelector<HTMLElement>('#thing');
      let by = 0;
      thing?.addEventListener('pointerdown', ({ pointerId, clientY }) => {
        thing.setPointerCapture(pointerId);
        thing.addEventListener('pointermove', (event) => (by = event.clientY - clientY));
      });
      await hands.drag(['#thing'], ['#goal']);
      await hands.until(() => by >= 30);
    },
  },
  {
    name: 'the wheel scrolls the box under it',
    async run(hands, root) {
      root.innerHTML =
        '<div id="box" style="height:60px;overflow:auto"><p style="height:600px;margin:0">long</p></div>';
      await hands.wheel('#box', 120);
      await hands.until(() => root.querySelector('#box')?.scrollTop === 120);
    },
  },
  {
    name: "the page's own context menu opens",
    async run(hands, root) {
      root.innerHTML = box('row');
      let at: number[] = [];
      root.querySelector('#row')?.addEventListener('contextmenu', (event) => {
        event.preventDefault();
        const { button, buttons, clientX } = event as MouseEvent;
        at = [button, buttons, Math.round(clientX)];
      });
      await hands.click('#row', { button: 2 });
      await hands.until(() => at.length > 0);
      const left = root.querySelector('#row')?.getBoundingClientRect().left ?? 0;
      equal(at, [2, 0, Math.round(left + 40)]);
    },
  },
  {
    name: 'a double click is one, and marks a word',
    async run(hands, root) {
      root.innerHTML = '<p id="text" style="width:max-content">word</p>';
      const counts: number[] = [];
      root.addEventListener('dblclick', ({ detail }) => counts.push(detail));
      await hands.doubleClick('#text');
      await hands.until(() => counts.length > 0);
      equal(counts, [2]);
      equal(String(hands.doc.getSelection()).trim(), 'word');
    },
  },
  {
    name: 'text is marked by dragging over it, and the host may copy what is shown',
    async run(hands, root) {
      root.innerHTML = '<p id="text" style="width:max-content">some words here</p>';
      await hands.drag(['#text', { fx: 0.01 }], ['#text', { fx: 0.99 }]);
      await hands.until(() => String(hands.doc.getSelection()) === 'some words here');
      await hands.until(() => hands.clipboard('copy') === 'some words here');
    },
  },
  {
    name: 'enter and leave are told when the pointer comes and goes',
    async run(hands, root) {
      root.innerHTML = `<div id="menu" style="padding:10px">${box('item')}</div>${box('other')}`;
      const types: string[] = [];
      const menu = root.querySelector('#menu');
      for (const type of ['mouseenter', 'mouseleave', 'pointerenter', 'pointerleave'])
        menu?.addEventListener(type, () => types.push(type));
      await hands.hover('#item');
      await hands.hover('#other');
      await hands.until(() => types.includes('mouseleave'));
      equal(types, ['pointerenter', 'mouseenter', 'pointerleave', 'mouseleave']);
    },
  },
  {
    name: 'what a style sheet shows under the pointer is shown',
    async run(hands, root) {
      root.innerHTML = `<style>#sub { visibility: hidden } #menu:hover > #sub { visibility: visible }
        @media (min-width: 1px) { .row:hover { color: rgb(1, 2, 3) } }</style>
        <div id="menu" style="width:120px">${box('item')}<div id="sub">Sub</div></div><p id="row" class="row">row</p>`;
      const style = (id: string) => {
        const element = root.querySelector(`#${id}`);
        return element && hands.doc.defaultView?.getComputedStyle(element);
      };
      await hands.hover('#item');
      await hands.until(() => style('sub')?.visibility === 'visible');
      await hands.hover('#row');
      await hands.until(() => style('sub')?.visibility === 'hidden' && style('row')?.color === 'rgb(1, 2, 3)');
    },
  },
];
