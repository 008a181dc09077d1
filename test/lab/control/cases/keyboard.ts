import { type ControlCase, equal } from '../control-case.ts';

const value = (root: HTMLElement, selector: string) => root.querySelector<HTMLInputElement>(selector)?.value;

export const keyboardCases: readonly ControlCase[] = [
  {
    name: 'Tab goes through fields, radio groups and links in their order, and back',
    async run(hands, root) {
      root.innerHTML = `<input id="a"><input id="late" tabindex="0"><input id="no" tabindex="-1"><input disabled>
        <input id="r1" type="radio" name="r"> <input id="r2" type="radio" name="r" checked> <a id="link" href="#x">x</a>`;
      const order: (string | undefined)[] = [];
      root.addEventListener('focusin', ({ target }) => order.push((target as Element).id));
      await hands.click('#a');
      for (let at = 0; at < 3; at += 1) hands.key('Tab');
      hands.key('Tab', { shift: true });
      await hands.until(() => order.length === 5);
      equal(order, ['a', 'late', 'r2', 'link', 'r2']);
    },
  },
  {
    name: 'Enter in a field submits its form through the button',
    async run(hands, root) {
      root.innerHTML = '<form id="form"><input id="field" name="q"><button name="b" value="go">Go</button></form>';
      let sent: string[] = [];
      root.querySelector('form')?.addEventListener('submit', (event) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        sent = [...new FormData(form, event.submitter)].map(
          ([name, text]) => `${name}=${typeof text === 'string' ? text : text.name}`,
        );
      });
      await hands.click('#field');
      hands.type('tea');
      hands.key('Enter');
      await hands.until(() => sent.length > 0);
      equal(sent, ['q=tea', 'b=go']);
    },
  },
  {
    name: 'Backspace, Delete, arrows, Home and End edit where the caret is',
    async run(hands, root) {
      root.innerHTML = '<input id="field">';
      await hands.click('#field');
      hands.type('abcd');
      hands.key('ArrowLeft');
      hands.key('Backspace');
      hands.key('Home');
      hands.key('Delete');
      hands.key('End');
      hands.type('!');
      hands.key('ArrowLeft', { shift: true });
      hands.key('ArrowLeft', { shift: true });
      hands.type('?');
      await hands.until(() => value(root, '#field') === 'b?');
    },
  },
  {
    name: 'Ctrl+A marks all, Ctrl+Z takes back, Ctrl+Backspace erases a word',
    async run(hands, root) {
      root.innerHTML = '<input id="field">';
      await hands.click('#field');
      hands.paste('one two');
      hands.key('Backspace', { ctrl: true });
      await hands.until(() => value(root, '#field')?.trim() === 'one');
      hands.key('z', { ctrl: true });
      await hands.until(() => value(root, '#field') === 'one two');
      hands.key('a', { ctrl: true });
      hands.type('x');
      await hands.until(() => value(root, '#field') === 'x');
    },
  },
  {
    name: "the page's own shortcuts work, and a prevented key types nothing",
    async run(hands, root) {
      root.innerHTML = '<input id="field">';
      const pressed: string[] = [];
      const heard = (event: KeyboardEvent) => {
        const parts = [event.ctrlKey && 'ctrl', event.shiftKey && 'shift', event.altKey && 'alt', event.code];
        if (event.ctrlKey || event.altKey || event.key === '/') pressed.push(parts.filter(Boolean).join('+'));
        if (event.key === '/') event.preventDefault();
      };
      hands.doc.addEventListener('keydown', heard);
      hands.after(() => hands.doc.removeEventListener('keydown', heard));
      await hands.click('#field');
      hands.key('k', { ctrl: true });
      hands.key('s', { ctrl: true });
      hands.key('n', { alt: true });
      hands.key('/');
      hands.key('Enter', { ctrl: true });
      await hands.until(() => pressed.length === 5);
      equal(pressed, ['ctrl+KeyK', 'ctrl+KeyS', 'alt+KeyN', '/', 'ctrl+Enter']);
      equal(value(root, '#field'), '');
    },
  },
  {
    name: 'Space and Enter press buttons and links, arrows step number and list',
    async run(hands, root) {
      root.innerHTML = `<button id="button">B</button><input id="number" type="number" value="3">
        <select id="list"><option>one</option><option>two</option></select>`;
      let presses = 0;
      root.querySelector('button')?.addEventListener('click', () => (presses += 1));
      await hands.click('#button');
      hands.key(' ');
      hands.key('Enter');
      hands.key('Tab');
      hands.key('ArrowUp');
      hands.key('Tab');
      hands.key('ArrowDown');
      await hands.until(() => value(root, '#list') === 'two');
      equal([presses, value(root, '#number')], [3, '4']);
    },
  },
];
