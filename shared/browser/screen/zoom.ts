/** `fit`: as large as there is room. A number: so many pixels of the screen for one of the picture. */
export type Zoom = 'fit' | number;

const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** The next step up or down; `now` is what the picture has at the moment, also while it fits. */
export function stepZoom(now: number, direction: 1 | -1): number {
  const next = direction === 1 ? steps.find((step) => step > now + 0.01) : steps.findLast((step) => step < now - 0.01);
  return next ?? (direction === 1 ? 4 : 0.25);
}

/** What the keys do in a picture; null: nothing. */
export function zoomKey(key: string): 'in' | 'out' | 'fit' | 'whole' | 'full' | null {
  switch (key) {
    case '+':
    case '=':
      return 'in';
    case '-':
      return 'out';
    case '0':
      return 'fit';
    case '1':
      return 'whole';
    case 'f':
    case 'F':
      return 'full';
    default:
      return null;
  }
}
