/** A long style sheet by its name: the name is made of the text, so the same text is the same name on every page. */
export type NamedSheet = readonly [name: string, text: string];

/** A longer sheet has no name and stays in its place: the viewer cuts it anyway. */
export const namedCharsAtMost = 4 * 1024 * 1024;

/** A sheet of more parts has no name either. */
export const partsAtMost = 200;

export const sheetPrefix = 'sheet:';
/** Of a sheet in one part or several. */
export const sheetReference = (names: readonly string[]): string => sheetPrefix + names.join('+');
/** Stands between the parts of one, and in no text: CSS itself has no such character, see `withoutMarks`. */
export const betweenParts = '\0';
/** As CSS reads it. */
export const withoutMarks = (text: string): string => text.replaceAll(betweenParts, '\ufffd');

/** A sheet that stays where it is, and cannot be taken for a reference. */
export const plainSheet = (text: string): string => (text.startsWith(sheetPrefix) ? ` ${text}` : text);
