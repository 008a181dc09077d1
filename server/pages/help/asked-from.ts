import type { PageThere } from '../../../shared/browser/embed/opener-page.ts';
import type { QueueFace, RequestBody } from '../../../shared/protocol/desk.ts';

type AskedFrom = RequestBody['from'];

/** What the link or the button gave along: `name`, `page`, `title`, and answers by the ids of their fields. */
export interface Given {
  name: string;
  answers: Record<string, string>;
  from: AskedFrom;
}

/** From the query (a link) or the fragment (the button; it reaches no server). */
export function givenBy(
  { search, hash }: Pick<Location, 'search' | 'hash'>,
  referrer: string,
  queue: QueueFace,
): Given {
  const given = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) given.set(name, value);
  const answers: Record<string, string> = {};
  for (const { id } of queue.form) {
    const answer = given.get(id);
    if (answer) answers[id] = answer;
  }
  return {
    name: (given.get('name') ?? '').slice(0, 60),
    answers,
    from: askedFrom(given.get('page') || referrer, given.get('title') ?? ''),
  };
}

/**
 * One has come by a link of a page that the site has named for the queue: nobody else's page can make people wait in
 * it. A reload is no click, and what the reader went back to is none.
 */
export function isByKnownLink(
  origins: readonly string[],
  referrer: string,
  [came]: readonly PerformanceEntry[] = performance.getEntriesByType('navigation'),
): boolean {
  const isFollowed = (came as PerformanceNavigationTiming | undefined)?.type === 'navigate';
  return isFollowed && URL.canParse(referrer) && origins.includes(new URL(referrer).origin);
}

/** The page that has opened this window: its origin as the browser tells it. */
export const pageAsked = ({ origin, path, title }: Pick<PageThere, 'origin' | 'path' | 'title'>): AskedFrom =>
  askedFrom(origin + path, title);

/** Without query and fragment: these may hold what is nobody's business. */
function askedFrom(address: string, title: string): AskedFrom {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const plain = title.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return { url: (url.origin + url.pathname).slice(0, 1_000), title: plain.slice(0, 300) };
}
