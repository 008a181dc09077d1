/** What media queries are made of; a page's own words are none of these. */
const words = new Set(
  (
    'all print screen speech only not and or min max width height device aspect ratio orientation portrait landscape ' +
    'resolution dpi dpcm dppx x px em rem ch vw vh cm mm in pt pc prefers color scheme dark light reduced motion ' +
    'transparency data contrast more less custom reduce no preference hover none any pointer coarse fine gamut srgb ' +
    'index monochrome scripting enabled initial only display mode standalone browser minimal ui fullscreen forced ' +
    'colors active inverted update slow fast overflow block inline scroll paged optional grid scan interlace progressive ' +
    'dynamic range standard high webkit moz pixel transform tridion calc'
  ).split(' '),
);

/** A media query in the words that browsers know, with numbers as long as sizes of screens are. */
export function isMediaQuery(text: string): boolean {
  if (text.length > 500 || /[^\w\s(),:.<>=/*+-]/.test(text)) return false;
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .every((part) => {
      const unit = part.replace(/^\d{1,4}/, '');
      return unit === '' || words.has(unit);
    });
}
