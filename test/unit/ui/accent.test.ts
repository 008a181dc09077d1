import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentShades, enough, grounds, type Scheme, textOn } from '../../../shared/browser/ui/accent/accent-shades.ts';
import { contrast, hexOf } from '../../../shared/browser/ui/accent/contrast.ts';

const byte = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(byte, byte, byte).map(hexOf);
const schemes: Scheme[] = ['light', 'dark'];

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#1457c8', '#1457c8')).toBe(1);
});

describe('an accent', () => {
  test.each([
    ['#0b6e4f', 'light'],
    ['#7db0ff', 'dark'],
  ] as const)('that is read well is taken as it is: %s on %s', (colour, scheme) => {
    expect(accentShades(colour, scheme).accent).toBe(colour);
  });

  test.each([
    ['#ffd400', 'light', '#000000'],
    ['#12206b', 'dark', '#ffffff'],
  ] as const)('that is not read becomes a shade: %s on %s', (colour, scheme, towards) => {
    const { accent } = accentShades(colour, scheme);
    expect(accent).not.toBe(colour);
    expect(contrast(accent, towards)).toBeLessThan(contrast(colour, towards));
  });

  test('is read on every ground, in every shade, whatever the colour', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...schemes), (colour, scheme) => {
        const { accent, strong, soft, on } = accentShades(colour, scheme);
        const { surface, others } = grounds[scheme];
        const pairs = [...[surface, ...others, soft].map((ground) => [accent, ground]), [on, accent], [on, strong]];
        for (const [ink = '', ground = ''] of pairs) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(enough);
        const hint = { light: '#4a5769', dark: '#a9b5c6' }[scheme];
        expect(contrast(hint, soft)).toBeGreaterThanOrEqual(enough);
      }),
    );
  });

  test('has black or white text on it, whichever is read', () => {
    fc.assert(fc.property(colours, (colour) => contrast(textOn(colour), colour) >= enough));
  });

  test('is checked on the grounds that pages have', () => {
    const tokens = readFileSync(new URL('../../../shared/browser/ui/tokens.css', import.meta.url), 'utf8');
    const { light, dark } = grounds;
    expect(tokens).toContain(`--surface: light-dark(${light.surface}, ${dark.surface})`);
    expect(tokens).toContain(`--ground: light-dark(${light.others[0]}, ${dark.others[0]})`);
    expect(tokens).toContain(`--surface-sunk: light-dark(${light.others[1]}, ${dark.others[1]})`);
    expect(tokens).toContain('--ink-soft: light-dark(#4a5769, #a9b5c6)');
  });
});
