import { isPlain } from './plain-word.ts';

export interface UrlFilterDeps {
  /** Nothing but the origin stays. */
  originOnly: boolean;
  hidden(text: string): boolean;
}

const placeholder = '-';

function isHarmless(segment: string): boolean {
  if (segment.length > 20 || !isPlain(segment)) return false;
  const digits = segment.replace(/\D+/g, '').length;
  return digits < 4 && (digits < 2 || digits * 2 < segment.length);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

/**
 * An address without query, fragment and credentials, which carry tokens, and without path segments that
 * are long or full of digits, which name a person or a thing. A relative one stays relative; what is not
 * http(s) goes.
 */
export function createUrlFilter({ originOnly, hidden }: UrlFilterDeps): (url: string) => string {
  return (url) => {
    const trimmed = url.trim().slice(0, 4_000);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return '';
    const bare = trimmed.replace(/[?#;][\s\S]*$/, '').replace(/[\s\\]+/g, '');
    const host = /^(?:https?:)?\/\/[^/]*/i.exec(bare)?.[0] ?? '';
    const origin = host.replace(/^((?:https?:)?\/\/).*@/i, '$1');
    if (originOnly) return origin === '' ? '' : `${origin}/`;
    const path = bare
      .slice(host.length)
      .split('/')
      .map((segment) => {
        const text = decoded(segment);
        return segment === '' || (text !== '' && isHarmless(text) && !hidden(text)) ? segment : placeholder;
      });
    return origin + path.join('/');
  };
}
