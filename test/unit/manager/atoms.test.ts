import { expect, test } from 'vitest';
import { openX } from '../../../manager/x11/connection.ts';
import { openDisplay } from '../../support/display.ts';

test('each X server has its own numbers for names', async () => {
  const displays = await Promise.all([openDisplay(), openDisplay()]);
  const [one, other] = await Promise.all(displays.map(({ name }) => openX(name)));
  try {
    if (!one || !other) throw new Error('no connection');
    await one.atom('BESIDE_NAME');
    for (let at = 0; at < 5; at += 1) await other.atom(`BESIDE_BEFORE_${at}`);
    const number = await other.atom('BESIDE_NAME');
    expect(await other.ask(other.client.GetAtomName, number)).toBe('BESIDE_NAME');
    expect(number).not.toBe(await one.atom('BESIDE_NAME'));
  } finally {
    one?.close();
    other?.close();
    for (const display of displays) await display.close();
  }
});
