export type Part = { text: string } | { text: string; href: string };

const address = /https?:\/\/[^\s<>"'“”„‚‘’]+/gi;
/** What ends a sentence or closes a bracket is mostly no part of an address. */
const trailing = /[.,;:!?)\]}…]+$/;

/** A text in pieces: plain ones, and web addresses, which lead where they say. */
export function linkParts(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const shown = match[0].replace(trailing, '');
    if (!isPlain(shown)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: shown, href: shown });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** Nobody is led to a host other than the one that is read: no credentials, no letters that look like others. */
function isPlain(shown: string): boolean {
  if (!URL.canParse(shown)) return false;
  const { username, password, hostname } = new URL(shown);
  const written = /^https?:\/\/([^/?#]*)/i.exec(shown)?.[1]?.replace(/:\d+$/, '') ?? '';
  return username === '' && password === '' && written.toLowerCase() === hostname;
}
