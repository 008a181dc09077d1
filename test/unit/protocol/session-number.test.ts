import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSessionNumber, parseSessionNumber } from '../../../shared/protocol/session-number.ts';

describe('a session number', () => {
  test('is shown in threes', () => {
    expect(formatSessionNumber('012345678')).toBe('012 345 678');
  });

  test.each([
    '123456789',
    '123 456 789',
    ' 123-456-789 ',
    '123.456.789',
    '123–456—789',
    '1 2 3 4 5 6 7 8 9',
    '123\u00a0456\u00a0789',
    '123\n456\t789',
  ])('may be typed as %j', (typed) => {
    expect(parseSessionNumber(typed)).toBe('123456789');
  });

  test.each([
    '',
    '12345678',
    '1234567890',
    '12345678a',
    '123,456,789',
    '+123456789',
    '١٢٣٤٥٦٧٨٩',
    '１２３４５６７８９',
  ])('is not %j', (typed) => {
    expect(parseSessionNumber(typed)).toBeNull();
  });

  test('comes back as it was shown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (digits) => {
        expect(parseSessionNumber(formatSessionNumber(digits))).toBe(digits);
      }),
    );
  });
});
