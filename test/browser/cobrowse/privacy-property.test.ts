import { expect, test } from 'vitest';
import { checkRandomPages } from '../../lab/privacy-pages.ts';

test.each(['open', 'assist', 'strict'] as const)(
  'no random page tells four characters of a random secret at the level %s',
  { timeout: 120_000 },
  (level) => {
    expect(() => checkRandomPages(level, 300)).not.toThrow();
  },
);
