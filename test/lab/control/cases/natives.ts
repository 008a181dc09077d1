import { type ControlCase, equal } from '../control-case.ts';

const field = (root: HTMLElement, selector: string) => {
  const found = root.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const heard = (root: HTMLElement) => {
  const types: string[] = [];
  for (const type of ['input', 'change']) root.addEventListener(type, () => types.push(type));
  return types;
};

export const nativeCases: readonly ControlCase[] = [
  {
    name: 'a list is chosen from',
    async run(hands, root) {
      root.innerHTML = '<select id="list"><option>one</option><option>two</option></select>';
      const types = heard(root);
      await hands.choose('#list', 'two');
      await hands.until(() => field(root, '#list').value === 'two');
      equal(types, ['input', 'change']);
    },
  },
  {
    name: 'several options of a list are chosen',
    async run(hands, root) {
      root.innerHTML =
        '<select id="list" multiple><option>one</option><option>two</option><option>three</option></select>';
      await hands.choose('#list', 'one', 'three');
      const chosen = () =>
        [...root.querySelectorAll('option')].filter(({ selected }) => selected).map(({ text }) => text);
      await hands.until(() => chosen().join() === 'one,three');
    },
  },
  {
    name: 'a slider is dragged',
    async run(hands, root) {
      root.innerHTML = '<input id="range" type="range" value="10" style="width:200px">';
      const types = heard(root);
      await hands.drag(['#range', { fx: 0.1 }], ['#range', { fx: 0.8 }]);
      await hands.until(() => types.at(-1) === 'change');
      equal(Math.abs(Number(field(root, '#range').value) - 80) < 6, true);
    },
  },
  {
    name: 'a date and a time are filled in',
    async run(hands, root) {
      root.innerHTML = '<input id="date" type="date"><input id="time" type="time">';
      await hands.fill('#date', '2026-03-04');
      await hands.until(() => field(root, '#date').value === '2026-03-04');
      await hands.fill('#time', '12:30');
      await hands.until(() => field(root, '#time').value === '12:30');
    },
  },
  {
    name: 'a colour is filled in',
    async run(hands, root) {
      root.innerHTML = '<input id="colour" type="color">';
      const types = heard(root);
      await hands.fill('#colour', '#aa0011');
      await hands.until(() => field(root, '#colour').value === '#aa0011');
      equal(types, ['input', 'change']);
    },
  },
  {
    name: 'labels, checkboxes and radio groups are clicked',
    async run(hands, root) {
      root.innerHTML = `<label id="label">Agree <input id="agree" type="checkbox"></label>
        <input id="a" type="radio" name="r"> <input id="b" type="radio" name="r"> <input id="c" type="radio" name="r">`;
      await hands.click('#label', { fx: 0.2 });
      await hands.until(() => field(root, '#agree').checked);
      await hands.click('#a');
      await hands.until(() => field(root, '#a').checked);
      hands.key('ArrowRight');
      await hands.until(() => field(root, '#b').checked && hands.doc.activeElement?.id === 'b');
    },
  },
  {
    name: 'details open, a dialog opens and Escape closes it',
    async run(hands, root) {
      root.innerHTML = `<details id="details"><summary id="summary">More</summary>Text</details>
        <button id="opener">Open</button><dialog id="dialog"><button id="in">In</button></dialog>`;
      const dialog = root.querySelector('dialog') as HTMLDialogElement;
      field(root, '#opener').addEventListener('click', () => dialog.showModal());
      await hands.click('#summary');
      await hands.until(() => root.querySelector('details')?.open);
      await hands.click('#opener');
      await hands.until(() => dialog.open);
      hands.key('Escape');
      await hands.until(() => !dialog.open);
    },
  },
  {
    name: 'fields that are disabled or only to be read stay as they are',
    async run(hands, root) {
      root.innerHTML = `<input id="read" readonly value="r"><input id="off" disabled value="d">
        <fieldset disabled><button id="press">Press</button></fieldset><input id="on">`;
      const clicks: string[] = [];
      root.addEventListener('click', ({ target }) => clicks.push((target as Element).id));
      await hands.click('#read');
      hands.type('x');
      await hands.click('#off');
      hands.type('x');
      await hands.click('#press');
      await hands.click('#on');
      hands.type('y');
      await hands.until(() => field(root, '#on').value === 'y');
      equal([field(root, '#read').value, field(root, '#off').value, clicks], ['r', 'd', ['read', 'on']]);
    },
  },
];
