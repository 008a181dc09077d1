/** A long style sheet by its name: the name is made of the text, so the same text is the same name on every page. */
export type NamedSheet = readonly [name: string, text: string];

/** A longer sheet has no name and stays in its place: the viewer cuts it anyway. */
export const namedCharsAtMost = 4 * 1024 * 1024;

const prefix = 'sheet:';
/** Only as the value of this attribute: within other text the quotes would be escaped. */
const reference = /"_cssText":"sheet:([0-9a-z]{10,32}(?:\+[0-9a-z]{10,32}){0,199})"/g;

/** Of a sheet in one part or several. */
export const sheetReference = (names: readonly string[]): string => prefix + names.join('+');
export const namesIn = (reference: string): string[] => reference.split('+');
/** Stands between the parts of one: a page's own comments leave the filter empty. */
export const betweenParts = '/*+*/';

/** A sheet that stays where it is, and cannot be taken for a reference. */
export const plainSheet = (text: string): string => (text.startsWith(prefix) ? ` ${text}` : text);

/** Puts the texts in the places of their names (several with `+` between). Null when one is not known; a RangeError beyond `charsAtMost`. */
export function resolveSheets(
  body: string,
  textOf: (names: string) => string | undefined,
  charsAtMost: number,
): string | null {
  if (!body.includes('"_cssText":"sheet:')) return body;
  let isComplete = true;
  let chars = body.length;
  const resolved = body.replace(reference, (_all, names: string) => {
    const text = textOf(names);
    if (text === undefined) isComplete = false;
    const value = `"_cssText":${JSON.stringify(text ?? '')}`;
    chars += value.length;
    if (chars > charsAtMost) throw new RangeError('many times the same sheet');
    return value;
  });
  return isComplete ? resolved : null;
}
