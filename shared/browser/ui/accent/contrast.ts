/** Colours as `#rrggbb`, and how well one is read on another. */

export type Channels = readonly [red: number, green: number, blue: number];

export function channelsOf(hex: string): Channels {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 0xff, number & 0xff];
}

export const hexOf = (channels: Channels): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** `part` of 1 is all of `other`, 0 nothing. */
export function mix(hex: string, other: string, part: number): string {
  const [from, to] = [channelsOf(hex), channelsOf(other)];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * part;
  return hexOf([at(0), at(1), at(2)]);
}

function luminance(hex: string): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = channelsOf(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** 1 to 21, as WCAG 2 has it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
