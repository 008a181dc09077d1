import { accentShades, type Scheme } from './accent-shades.ts';

/**
 * The custom properties of tokens.css that make up an accent. One scheme at a time: the build writes `light-dark()`
 * of style sheets in another way for browsers that do not know it, which it cannot do for what scripts set.
 */
export function accentProperties(colour: string, scheme: Scheme): Record<`--${string}`, string> {
  const { accent, strong, soft, on } = accentShades(colour, scheme);
  return { '--accent': accent, '--accent-strong': strong, '--accent-soft': soft, '--on-accent': on };
}
