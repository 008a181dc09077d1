import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type ControlCase, equal } from '../control-case.ts';

/** Draws one controlled component; what it holds is written out in `#held`. */
function draw(root: HTMLElement, app: () => ReturnType<typeof h>): () => void {
  const drawn = createRoot(root);
  drawn.render(h(app));
  return () => drawn.unmount();
}
const held = (root: HTMLElement) => root.querySelector('#held')?.textContent;

const text = (tag: 'input' | 'textarea') => () => {
  const [value, setValue] = useState('');
  return h(
    'div',
    null,
    h(tag, { id: 'field', value, onChange: ({ target }: { target: { value: string } }) => setValue(target.value) }),
    h('p', { id: 'held' }, value),
  );
};

function Options() {
  const [agreed, agree] = useState(false);
  const [size, setSize] = useState('s');
  return h(
    'div',
    null,
    h('input', { id: 'agree', type: 'checkbox', checked: agreed, onChange: () => agree(!agreed) }),
    h(
      'select',
      { id: 'size', value: size, onChange: ({ target }: { target: { value: string } }) => setSize(target.value) },
      h('option', { value: 's' }, 'Small'),
      h('option', { value: 'l' }, 'Large'),
    ),
    h('p', { id: 'held' }, `${agreed} ${size}`),
  );
}

export const reactCases: readonly ControlCase[] = [
  {
    name: 'a controlled React field is typed into',
    async run(hands, root) {
      hands.after(draw(root, text('input')));
      await hands.click('#field');
      hands.type('Hello');
      hands.key('Backspace');
      await hands.until(() => held(root) === 'Hell');
      equal((root.querySelector('#field') as HTMLInputElement).value, 'Hell');
    },
  },
  {
    name: 'a controlled React textarea takes lines and pasted text',
    async run(hands, root) {
      hands.after(draw(root, text('textarea')));
      await hands.click('#field');
      hands.type('a');
      hands.key('Enter');
      hands.paste('pasted');
      await hands.until(() => held(root) === 'a\npasted');
    },
  },
  {
    name: 'a React checkbox and a React list are set',
    async run(hands, root) {
      hands.after(draw(root, Options));
      await hands.click('#agree');
      await hands.until(() => held(root) === 'true s');
      await hands.choose('#size', 'Large');
      await hands.until(() => held(root) === 'true l');
    },
  },
];
