import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClipboardCards } from '../../../shared/browser/clipboard/clipboard-cards.tsx';
import { ClipboardTools } from '../../../shared/browser/clipboard/clipboard-tools.tsx';
import { createClipboard } from '../../../shared/browser/clipboard/create-clipboard.ts';
import { createDrawingTools, type DrawingTools } from '../../../shared/browser/drawing/drawing-tools.ts';
import { ToolsBar } from '../../../shared/browser/drawing/tools-bar.tsx';
import { useDrawingKeys } from '../../../shared/browser/drawing/use-drawing-keys.ts';
import type { Link } from '../../../shared/browser/link/contract.ts';
import { createMemoryLinks } from '../../lab/memory-link.ts';
import '../../../shared/browser/ui/tokens.css';
import '../../../shared/browser/ui/base.css';
import '../../../shared/browser/drawing/drawing.css';
import '../../../shared/browser/clipboard/clipboard.css';

const root = document.createElement('main');
afterEach(() => render(null, root));

function Surface({ tools }: { tools: DrawingTools }) {
  const surface = useDrawingKeys<HTMLElement>(tools);
  return (
    <section aria-label="Page" ref={surface}>
      <ToolsBar tools={tools} label="Point and draw" />
      <textarea aria-label="Message" />
    </section>
  );
}

function open() {
  const done: string[] = [];
  const tools = createDrawingTools(() => ({ undo: () => done.push('undo'), clear: () => done.push('clear') }));
  document.body.replaceChildren(root);
  render(<Surface tools={tools} />, root);
  return { tools, done };
}

test('tools are chosen by Tab, arrows and letters, and put away by Escape', async () => {
  const { tools, done } = open();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Laser pointer' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(tools.chosen.value?.tool).toBe('pen');
  await expect.element(page.getByRole('button', { name: 'Pen' })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('h');
  expect(tools.chosen.value?.tool).toBe('highlight');
  await expect.element(page.getByRole('status')).toHaveTextContent('Press something. The rest is dimmed.');
  await userEvent.keyboard('{Escape}');
  expect(tools.chosen.value).toBe(null);
  await userEvent.keyboard('{Control>}z{/Control}{Delete}');
  expect(done).toEqual(['undo', 'clear']);
});

test('what is typed is typed, and the words of a text are written in the bar', async () => {
  const { tools, done } = open();
  await userEvent.type(page.getByRole('textbox', { name: 'Message' }), 'happy{Delete}');
  expect([tools.chosen.value, done]).toEqual([null, []]);
  await page.getByRole('button', { name: 'Text' }).click();
  await userEvent.type(page.getByRole('textbox', { name: 'Text to place' }), 'tap here');
  expect(tools.chosen.value).toEqual({ tool: 'text', text: 'tap here' });
});

test('bar and clipboard are read without a finding of axe, in each state', async () => {
  const { tools } = open();
  tools.choose('text');
  const [mine, theirs] = createMemoryLinks();
  const life = new AbortController().signal;
  const own = createClipboard(signal<Link | null>(mine), life);
  const other = createClipboard(signal<Link | null>(theirs), life);
  render(
    <section aria-label="Page">
      <h1>Session</h1>
      <ToolsBar tools={tools} label="Point and draw" />
      <ClipboardCards clipboard={own} name="Anna" />
      <ClipboardTools clipboard={own} name="Anna" />
    </section>,
    root,
  );
  other.ask();
  other.send('<b>one</b>\ntwo');
  await expect.element(page.getByRole('heading', { name: 'Text from Anna' })).toBeVisible();
  expect(root.querySelector('.clipboard-text')?.textContent).toBe('<b>one</b>\ntwo');
  await expect.element(page.getByText('14 characters')).toBeVisible();
  const { violations } = await axe.run(root);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
