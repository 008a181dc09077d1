const raster =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)|font\/|application\/(?:x-)?font)/i;
const svg = /^data:image\/svg\+xml((?:;[\w=-]{1,40}){0,4}),/i;
/** What in a picture can hold words, or points to elsewhere. */
const speaks =
  /<(?:text|tspan|foreignObject|title|desc|metadata|script|style|image|a\b|!--)|\sdata-|aria-|https?:\/\/(?!www\.w3\.org\/)/i;
const most = 500_000;

/** May this picture or font, which lies in its own address, leave? Pictures made of text only when they hold no words. */
export function isWordlessData(url: string, hidden: (text: string) => boolean): boolean {
  if (raster.test(url)) return true;
  const type = svg.exec(url);
  if (!type || url.length > most) return false;
  const body = url.slice(type[0].length);
  try {
    const text = /;base64/i.test(type[1] ?? '')
      ? atob(body.trim())
      : decodeURIComponent(body.replace(/%(?![\da-f]{2})/gi, '%25'));
    return !speaks.test(text) && !hidden(text.replace(/[\d.,\s-]{8,}/g, ' '));
  } catch {
    return false;
  }
}
