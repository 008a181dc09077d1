/** A grey picture of the same size, wholly in its address: the layout stays, and nothing is fetched. */
export function imagePlaceholder({ width, height }: { width: number; height: number }): string {
  const size = `width='${Math.round(width)}' height='${Math.round(height)}'`;
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' ${size}><rect width='100%25' height='100%25' fill='%23e4e6ea'/></svg>`;
}
