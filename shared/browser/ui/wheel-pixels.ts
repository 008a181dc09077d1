/** As long as a line of a wheel that counts in these, in CSS pixels. */
const lineHeight = 40;

/** How far a wheel was turned over `element`, in CSS pixels, in whatever the browser counts. */
export function wheelPixels({ deltaX, deltaY, deltaMode }: WheelEvent, element: Element): { dx: number; dy: number } {
  const unit = deltaMode === 1 ? lineHeight : deltaMode === 2 ? element.clientHeight : 1;
  return { dx: deltaX * unit, dy: deltaY * unit };
}
