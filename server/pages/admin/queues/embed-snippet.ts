/** What the button on a page says, or which element of the page it is; empty: as usual. */
export interface ButtonWish {
  text: string;
  closedText: string;
  /** Selector. */
  element: string;
}

export const usualButton: ButtonWish = { text: '', closedText: '', element: '' };

/** Where customers ask for help without anything on the page. */
export const helpLink = (queueId: string): string => `${location.origin}/help/${queueId}`;

/** The button on a page of the site's own. */
export function embedSnippet(queueId: string, { text, closedText, element }: ButtonWish): string {
  const own = element.trim();
  const wishes = own === '' ? { text: text.trim(), 'closed-text': closedText.trim() } : { element: own };
  const attributes = Object.entries({ queue: queueId, ...wishes })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${attribute(value)}"`);
  return `<script src="${location.origin}/embed.js"${attributes.join('')} async></script>`;
}

const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
