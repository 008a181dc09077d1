import { expect, test } from 'vitest';
import { startSession } from './session.ts';

test.each(['<input>', '<input type="password">', '<textarea></textarea>'])(
  'text of each length from 1 to 64 typed into %s leaves the same bytes',
  { timeout: 120_000 },
  async (html) => {
    const { page, until, wire } = await startSession(html);
    const field = page.doc.querySelector('input, textarea') as HTMLInputElement;
    const type = (value: string) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const valueOf = (now: Document) => now.querySelector<HTMLInputElement>('input, textarea')?.value;
    const wires = new Set<string>();
    for (let length = 1; length <= 64; length++) {
      const before = wire().length;
      for (let typed = 1; typed <= length; typed++) {
        type('x'.repeat(typed));
        if (typed % 16 === 1) await until((now) => valueOf(now) === '******');
      }
      type('');
      await until((now) => valueOf(now) === '');
      wires.add(
        wire()
          .slice(before)
          .replace(/"seq":\d+/g, ''),
      );
    }
    expect([...wires]).toHaveLength(1);
  },
);
