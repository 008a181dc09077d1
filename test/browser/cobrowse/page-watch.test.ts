import { expect, onTestFinished, test } from 'vitest';
import { createPageWatch } from '../../../shared/browser/cobrowse/filter/page-watch.ts';

function watchRows() {
  const typed: Element[] = [];
  const watch = createPageWatch({
    allAttributes: false,
    mutated: () => undefined,
    typed: (field) => void typed.push(field),
    added: () => undefined,
  });
  onTestFinished(() => watch.stop());
  const makeRow = () => {
    const row = document.createElement('div');
    const root = row.attachShadow({ mode: 'open' });
    root.innerHTML = '<input>';
    document.body.append(row);
    watch.add(root);
    return { row, root, input: root.firstElementChild as HTMLInputElement };
  };
  return { watch, typed, makeRow };
}

test('roots of rows that come and go are not kept', () => {
  const { watch, makeRow } = watchRows();
  for (let at = 0; at < 200; at += 1) {
    makeRow().row.remove();
    watch.tidy();
  }
  expect(watch.roots.size).toBe(0);
});

test('a root that has come back is watched as before', () => {
  const { watch, typed, makeRow } = watchRows();
  const { row, root, input } = makeRow();
  row.remove();
  watch.tidy();
  expect(watch.roots.has(root)).toBe(false);
  document.body.append(row);
  watch.tidy();
  expect(watch.roots.has(root)).toBe(true);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  expect(typed).toEqual([input]);
  row.remove();
});

test('a frame that has gone takes its document along', () => {
  const { watch } = watchRows();
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inner = frame.contentDocument as Document;
  watch.add(inner);
  watch.tidy();
  expect(watch.roots.has(inner)).toBe(true);
  frame.remove();
  watch.tidy();
  expect(watch.roots.has(inner)).toBe(false);
});
