/** What a site says in `<script src="https://RELAY/embed.js" data-… async></script>`. */
export interface EmbedSettings {
  /** The relay's origin: where the script itself is from. */
  relay: string;
  /** Its requests go there; null: the customer is asked for a session number. */
  queue: string | null;
  /** On the button, in place of our own: while help may be had, and while the queue is closed. */
  text: string | null;
  closedText: string | null;
  /** Selector of an element of the site's own that is the button. */
  element: string | null;
}

const own: ReadonlySet<string> = new Set(['queue', 'text', 'closed-text', 'element']);

export function readSettings({ src, dataset }: Pick<HTMLScriptElement, 'src' | 'dataset'>): EmbedSettings {
  const { queue, text, closedText, element } = dataset;
  return {
    relay: new URL(src).origin,
    queue: queue || null,
    text: text || null,
    closedText: closedText || null,
    element: element || null,
  };
}

/** `data-name`, and what the queue's form asks by its fields' ids: as they are when help is asked for. */
export function readAnswers({ attributes }: Pick<Element, 'attributes'>): [string, string][] {
  return [...attributes].flatMap(({ name, value }): [string, string][] => {
    const id = /^data-([a-z][a-z0-9-]*)$/.exec(name)?.[1];
    return id && !own.has(id) ? [[id, value]] : [];
  });
}

/** Where help is asked for. What the page gives along is in the fragment, which reaches no server. */
export function helpAddress(
  { relay, queue }: EmbedSettings,
  answers: readonly [string, string][],
  page: { title: string; url: string },
): string {
  if (!queue) return `${relay}/?embed`;
  const along = new URLSearchParams([...answers, ['page', page.url], ['title', page.title]]);
  return `${relay}/help/${encodeURIComponent(queue)}?embed#${along.toString()}`;
}
