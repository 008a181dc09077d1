/** A picture or a font that is wholly in the address itself. */
const inline = /^data:(?:image\/|font\/|application\/(?:font|x-font|vnd\.ms-fontobject))/i;

/** The address when showing it needs no network and runs nothing; else null. */
export function safeUrl(url: string): string | null {
  const trimmed = url.trim();
  return inline.test(trimmed) || /^#[\w.:-]*$/.test(trimmed) ? trimmed : null;
}

/** The number of an asset reference `asset:N`; null: it is none. */
export function assetNumber(url: string): string | null {
  return /^asset:([0-9]{1,7})$/.exec(url.trim())?.[1] ?? null;
}
