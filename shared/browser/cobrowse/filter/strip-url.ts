/**
 * An address without query, fragment and credentials, which carry tokens.
 * `data:` stays (it is a picture, not a place), a bare `#id` stays where it names a part of the page,
 * all that is not http(s) goes.
 */
export function stripUrl(url: string): string {
  const trimmed = url.trim();
  if (/^data:/i.test(trimmed) || /^asset:\d+$/.test(trimmed) || trimmed.startsWith('#')) return trimmed;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return '';
  const bare = trimmed.replace(/[?#][\s\S]*$/, '');
  return bare.replace(/^((?:https?:)?\/\/)[^/]*@/i, '$1');
}

const cssUrl = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/gi;

/** The same for each `url()` of a style sheet. */
export function stripCssUrls(css: string): string {
  if (!/url\(/i.test(css)) return css;
  return css.replace(cssUrl, (_all, double?: string, single?: string, bare?: string) => {
    const url = stripUrl(double ?? single ?? bare ?? '');
    return `url("${url.replace(/["\\\n]/g, encodeURIComponent)}")`;
  });
}
