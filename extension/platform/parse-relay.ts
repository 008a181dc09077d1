/** What was typed → an origin, or null. `https://` is added; plain `http` only on this computer. */
export function parseRelay(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  const local = /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(text);
  try {
    const url = new URL(/^https?:\/\//.test(text) ? text : `${local ? 'http' : 'https'}://${text}`);
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    return url.protocol === 'https:' || isLocal ? url.origin : null;
  } catch {
    return null;
  }
}
