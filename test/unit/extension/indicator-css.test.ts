import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicatorCss } from '../../../extension/assist/indicator-css.ts';

test('no name of a host can break out of the badge', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const css = indicatorCss({ text, controlled: false });
      const content = /content:"((?:[^"\\\n]|\\[0-9a-f]+ )*)"!important/.exec(css.slice(css.indexOf('html::before')));
      expect(content).not.toBe(null);
      expect(css.match(/[{}]/g)).toHaveLength(4);
    }),
  );
});

test('a controlled page is framed in another colour', () => {
  expect(indicatorCss({ text: 'x', controlled: true })).not.toBe(indicatorCss({ text: 'x', controlled: false }));
});
