export const placeholderColour = '#e4e6ea';

/** A light-grey picture of that size, CSS pixels, wholly in its address. */
export function placeholder(width: number, height: number): string {
  const size = `width='${width}' height='${height}'`;
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' ${size}><rect width='100%25' height='100%25' fill='${placeholderColour.replace('#', '%23')}'/></svg>`;
}
