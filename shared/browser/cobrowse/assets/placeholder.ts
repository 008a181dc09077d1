/** A light-grey picture of that size, CSS pixels, wholly in its address; or one of nothing. */
export function placeholder(width: number, height: number, fill = '%23e4e6ea'): string {
  const size = `width='${width}' height='${height}'`;
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' ${size}><rect width='100%25' height='100%25' fill='${fill}'/></svg>`;
}
