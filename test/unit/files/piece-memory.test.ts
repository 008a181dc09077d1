import { expect, test } from 'vitest';
import { createPieceMemory } from '../../../shared/browser/files/piece-memory.ts';

test('memory that comes back is filled again, and only what is away is made', () => {
  const memory = createPieceMemory();
  const made = new Set<ArrayBuffer>();
  const away: ArrayBuffer[] = [];
  for (let number = 0; number < 40; number += 1) {
    const piece = memory.copy(new Uint8Array([number, number + 1]));
    expect([...piece]).toEqual([number, number + 1]);
    made.add(piece.buffer);
    away.push(piece.buffer);
    if (away.length === 8) memory.takeBack(away.splice(0, 3));
  }
  expect(made.size).toBe(8);
});
