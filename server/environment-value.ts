import * as v from 'valibot';

/** Values of the environment's variables, which are texts. */
export const count = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most));

/** Separated by commas or spaces. */
export const listOf = (item: v.GenericSchema<string, string>) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/[\s,]+/).filter((part) => part !== '')),
    v.array(item),
  );
