/** White words are read on each of them. The owner of a surface is 0, who sees it first is 1. */
const colours = ['#0b6bcb', '#c2410c', '#7c3aed', '#0f766e', '#be185d', '#4d7c0f', '#92400e', '#334155'];

export const personColour = (by: number): string => colours[by % colours.length] ?? '#0b6bcb';

/** In the colours of people. */
export const ownerNumber = 0;
export const firstViewerNumber = 1;
