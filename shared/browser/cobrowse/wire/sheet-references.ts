/** A long style sheet by its name: the name is made of the text, so the same text is the same name on every page. */
export type NamedSheet = readonly [name: string, text: string];

const prefix = 'sheet:';
/** Only as the value of this attribute: within other text the quotes would be escaped. */
const reference = /"_cssText":"sheet:([0-9a-z]{10,32})"/g;

export const sheetReference = (name: string): string => prefix + name;

/** A sheet that stays where it is, and cannot be taken for a reference. */
export const plainSheet = (text: string): string => (text.startsWith(prefix) ? ` ${text}` : text);

/** Puts the texts in the places of their names. Null when one is not known. */
export function resolveSheets(body: string, textOf: (name: string) => string | undefined): string | null {
  if (!body.includes('"_cssText":"sheet:')) return body;
  let isComplete = true;
  const resolved = body.replace(reference, (_all, name: string) => {
    const text = textOf(name);
    if (text === undefined) isComplete = false;
    return `"_cssText":${JSON.stringify(text ?? '')}`;
  });
  return isComplete ? resolved : null;
}
