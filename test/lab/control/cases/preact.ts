import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import type { ControlCase } from '../control-case.ts';

function Field() {
  const [value, setValue] = useState('');
  return h('div', {}, [
    h('input', {
      id: 'field',
      value,
      onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setValue(currentTarget.value.toUpperCase()),
    }),
    h('p', { id: 'held' }, value),
  ]);
}

export const preactCases: readonly ControlCase[] = [
  {
    name: 'a controlled Preact field is typed into',
    async run(hands, root) {
      render(h(Field, {}), root);
      hands.after(() => render(null, root));
      await hands.click('#field');
      for (const part of ['a', 'ab', 'abc']) {
        hands.type(part.slice(-1));
        await hands.until(() => root.querySelector('#held')?.textContent === part.toUpperCase());
      }
    },
  },
];
