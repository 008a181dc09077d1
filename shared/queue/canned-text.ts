import * as v from 'valibot';

/** Texts that hosts say again and again, prepared by the admin. */

export const cannedLimits = { titleChars: 60, textChars: 1_000, perQueue: 50, ofSite: 50 } as const;

/** What is filled in for each session: `{{customer}}`. */
export const cannedVariables = ['customer', 'host', 'site', 'queue', 'number'] as const;
export type CannedVariable = (typeof cannedVariables)[number];

const written = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isVariable = (name: string): name is CannedVariable => cannedVariables.some((one) => one === name);

/** Names in braces that stand for nothing. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(written)].flatMap(([, name = '']) => (isVariable(name) ? [] : [name]));

const textSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(cannedLimits.textChars),
  v.regex(/^(?:[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\n)*$/u),
  v.check((text) => unknownVariables(text).length === 0, 'It names a variable that there is not.'),
);

export const cannedTextSchema = v.pipe(
  v.strictObject({
    /** What hosts find it by. */
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(cannedLimits.titleChars)),
    /** By language; an empty one is not offered. */
    text: v.strictObject({ en: textSchema, cs: textSchema }),
  }),
  v.check(({ text }) => text.en !== '' || text.cs !== '', 'It says nothing.'),
);
export type CannedText = v.InferOutput<typeof cannedTextSchema>;

/** `GET /api/canned-texts` (a host's participant token): those of the session's queue, then those of the site. */
export const cannedTextsSchema = v.object({ queue: v.nullable(v.string()), texts: v.array(cannedTextSchema) });
export type CannedTexts = v.InferOutput<typeof cannedTextsSchema>;

/** Where a value is not known, `missing` names it and the text has three dots. Values are taken as they are. */
export function fillCanned(
  text: string,
  values: Readonly<Record<CannedVariable, string | null>>,
): { text: string; missing: CannedVariable[] } {
  const missing = new Set<CannedVariable>();
  const filled = text.replaceAll(written, (whole, name: string) => {
    if (!isVariable(name)) return whole;
    const value = values[name];
    if (value === null) missing.add(name);
    return value ?? '…';
  });
  return { text: filled, missing: [...missing] };
}
