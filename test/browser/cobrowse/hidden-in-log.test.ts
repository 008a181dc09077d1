import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { pageLogLimits, type PageLogLine } from '../../../shared/protocol/page-log.ts';
import { startSession } from './session.ts';

async function logged(html: string) {
  const wanted = signal(true);
  const lines: PageLogLine[] = [];
  const session = await startSession(html, { log: { wanted, heard: (told) => void lines.push(...told.lines) } });
  const win = session.page.doc.defaultView as Window & typeof globalThis;
  return { ...session, win, all: () => lines.map(({ text }) => text).join('\n'), lines };
}

test('[DT2] what is hidden in the page is hidden in its log: by the customer, in fields, short numbers too', async () => {
  const { page, win, lines, all, until } = await logged(
    `<p id="ill">Diagnosis: asthma</p><p>Seen by all</p><input id="pin" value="4711">
     <input type="password" value="green-fingers"><select><option>Widowed</option></select>`,
  );
  page.post({ type: 'page.hide', selectors: ['#ill'] });
  await until((mirror) => !mirror.body.textContent.includes('asthma'));
  win.console.log({ diagnosis: 'asthma', pin: 4711, password: 'green-fingers' }, 'Seen by all');
  await vi.waitFor(() => expect(lines.length).toBe(1), 5_000);
  expect(all()).toContain('Seen by all');
  expect(all()).not.toMatch(/asthma|4711|green-fingers/);
});

test('[DT2] a secret that lies across the end of what is told is not told in part', async () => {
  const { win, lines, all } = await logged('<input type="password" value="correct-horse-battery-staple">');
  const at = (chars: number) => `${'x '.repeat(chars / 2)}correct-horse-battery-staple and more`;
  win.console.log(at(pageLogLimits.textChars - 10));
  win.console.log(at(4_990));
  win.console.log(`${at(900)} ${'4111 1111 1111 1111 '.repeat(300)}`);
  await vi.waitFor(() => expect(lines.length).toBe(3), 5_000);
  expect(all()).not.toMatch(/correct|horse|4111/);
});
