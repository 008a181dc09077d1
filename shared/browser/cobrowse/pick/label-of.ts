const most = 60;

/** A few words by which the customer knows this element again. Never what is typed into a field. */
export function labelOf(element: Element): string {
  const words = [
    element.getAttribute('aria-label'),
    isField(element) ? (element.labels?.[0]?.textContent ?? element.getAttribute('placeholder')) : element.textContent,
    element.getAttribute('alt'),
    element.getAttribute('title'),
    element.getAttribute('name'),
    element.localName,
  ];
  const first = words.map((word) => word?.replace(/\s+/g, ' ').trim() ?? '').find((word) => word !== '') ?? '';
  const chars = [...first];
  return chars.length > most ? `${chars.slice(0, most).join('')}…` : first;
}

export const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  /^(?:input|textarea|select)$/.test(element.localName);
