/**
 * Does an address match a pattern in which `*` stands for any run of characters? Whole addresses are
 * compared, without query and fragment unless the pattern speaks of them; a pattern without a scheme
 * matches any. Case counts in the path only. Takes linear time for each `*`.
 */
export function matchesUrlGlob(glob: string, url: string): boolean {
  if (glob === '*') return true;
  const wanted = withLowerHost(/^[a-z*][a-z0-9+.*-]*:\/\//i.test(glob) ? glob : `*://${glob}`);
  const bare = /[?#]/.test(glob) ? url : (/^[^?#]*/.exec(url)?.[0] ?? '');
  return matchesGlob(wanted, withLowerHost(bare));
}

function withLowerHost(address: string): string {
  const slashes = address.indexOf('://');
  if (slashes < 0) return address;
  const path = address.indexOf('/', slashes + 3);
  const end = path < 0 ? address.length : path;
  return address.slice(0, end).toLowerCase() + address.slice(end);
}

/** By hand: a regular expression made of many `*` could take exponential time. */
function matchesGlob(glob: string, text: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
