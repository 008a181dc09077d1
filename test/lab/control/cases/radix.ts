import * as Menu from '@radix-ui/react-dropdown-menu';
import * as Select from '@radix-ui/react-select';
import * as Slider from '@radix-ui/react-slider';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type ControlCase, equal } from '../control-case.ts';

function draw(root: HTMLElement, app: () => ReturnType<typeof h>): () => void {
  const drawn = createRoot(root);
  drawn.render(h(app));
  return () => drawn.unmount();
}

function OrderMenu() {
  const [done, setDone] = useState('');
  const item = (id: string, text: string) => h(Menu.Item, { id, onSelect: () => setDone(text) }, text);
  return h(
    'div',
    null,
    h(
      Menu.Root,
      null,
      h(Menu.Trigger, { id: 'trigger' }, 'Order'),
      h(Menu.Portal, null, h(Menu.Content, null, item('copy', 'Copy'), item('cancel', 'Cancel'))),
    ),
    h('p', { id: 'held' }, done),
  );
}

function Sizes() {
  const [size, setSize] = useState('s');
  const item = (value: string, text: string) =>
    h(Select.Item, { value, id: `size-${value}` }, h(Select.ItemText, null, text));
  return h(
    'div',
    null,
    h(
      Select.Root,
      { value: size, onValueChange: setSize },
      h(Select.Trigger, { id: 'trigger' }, h(Select.Value)),
      h(
        Select.Portal,
        null,
        h(Select.Content, { position: 'popper' }, h(Select.Viewport, null, item('s', 'Small'), item('l', 'Large'))),
      ),
    ),
    h('p', { id: 'held' }, size),
  );
}

function Volume() {
  const [value, setValue] = useState([10]);
  const bar = { position: 'relative', display: 'flex', alignItems: 'center', width: 200, height: 20 } as const;
  const thumb = { display: 'block', width: 16, height: 16, background: '#06c' };
  return h(
    'div',
    null,
    h(
      Slider.Root,
      { id: 'slider', value, onValueChange: setValue, style: bar },
      h(Slider.Track, { style: { position: 'relative', flexGrow: 1, height: 4, background: '#ccc' } }),
      h(Slider.Thumb, { id: 'thumb', style: thumb, 'aria-label': 'Volume' }),
    ),
    h('p', { id: 'held' }, String(value[0])),
  );
}
const held = (root: HTMLElement) => root.querySelector('#held')?.textContent;

export const radixCases: readonly ControlCase[] = [
  {
    name: 'a Radix menu opens and its item is chosen',
    async run(hands, root) {
      hands.after(draw(root, OrderMenu));
      await hands.click('#trigger');
      await hands.click('#cancel');
      await hands.until(() => held(root) === 'Cancel');
    },
  },
  {
    name: 'a Radix list opens and its option is chosen',
    async run(hands, root) {
      hands.after(draw(root, Sizes));
      await hands.click('#trigger');
      await hands.click('#size-l');
      await hands.until(() => held(root) === 'l');
    },
  },
  {
    name: 'a Radix slider is dragged and moved by keys',
    async run(hands, root) {
      hands.after(draw(root, Volume));
      await hands.drag(['#thumb'], ['#slider', { fx: 0.8 }]);
      await hands.until(() => Math.abs(Number(held(root)) - 80) <= 4);
      const before = Number(held(root));
      hands.key('ArrowLeft');
      await hands.until(() => Number(held(root)) === before - 1);
      equal(hands.notices, []);
    },
  },
];
