import { accentShades } from './accent-shades.ts';

/** The custom properties of tokens.css that make up an accent. */
export function accentProperties(colour: string): Record<`--${string}`, string> {
  const light = accentShades(colour, 'light');
  const dark = accentShades(colour, 'dark');
  const both = (of: keyof typeof light) => `light-dark(${light[of]}, ${dark[of]})`;
  return {
    '--accent': both('accent'),
    '--accent-strong': both('strong'),
    '--accent-soft': both('soft'),
    '--on-accent': both('on'),
  };
}
