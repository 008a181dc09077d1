import { contrast, mix } from './contrast.ts';

/** One colour as it is used on light, or on dark, ground. */
export interface Shades {
  accent: string;
  /** Under the pointer. */
  strong: string;
  /** Behind text. */
  soft: string;
  /** Text on `accent` and `strong`. */
  on: string;
}

export type Scheme = 'light' | 'dark';

/** WCAG 2 AA, for text. */
export const enough = 4.5;
const steps = 100;

/** All that our accent is written on (tokens.css), and where it goes when it cannot be read there. */
export const grounds = {
  light: { surface: '#ffffff', others: ['#f4f6f9', '#e9edf3'], towards: '#000000', softness: 0.9 },
  dark: { surface: '#1a212b', others: ['#11161d', '#0c1016'], towards: '#ffffff', softness: 0.86 },
} as const;

/** The colour itself where it is read well on every ground of the scheme, else the nearest shade of it that is. */
export function accentShades(colour: string, scheme: Scheme): Shades {
  const { surface, others, towards, softness } = grounds[scheme];
  const softOf = (accent: string) => mix(accent, surface, softness);
  const isRead = (accent: string) =>
    [surface, ...others, softOf(accent)].every((ground) => contrast(accent, ground) >= enough);
  let accent = colour.toLowerCase();
  for (let step = 1; step <= steps && !isRead(accent); step += 1) accent = mix(colour, towards, step / steps);
  return { accent, strong: mix(accent, towards, 0.22), soft: softOf(accent), on: textOn(accent) };
}

/** White wherever it is read: by habit, it is what is expected on a colour. One of the two always is. */
export const textOn = (colour: string): string => (contrast(colour, '#ffffff') >= enough ? '#ffffff' : '#000000');
