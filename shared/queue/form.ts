import * as v from 'valibot';

/** What a queue asks before somebody waits in it. */

export const fieldKinds = ['text', 'long-text', 'number', 'email', 'choice'] as const;

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

export const fieldIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/));

export const formFieldSchema = v.strictObject({
  /** Names the field in rules, in `data-*` of the embed and in the query of the link. */
  id: fieldIdSchema,
  kind: v.picklist(fieldKinds),
  label: line(80),
  required: v.boolean(),
  /** Of the kind `choice`. */
  choices: v.optional(v.pipe(v.array(line(80)), v.minLength(1), v.maxLength(50))),
});
export type FormField = v.InferOutput<typeof formFieldSchema>;

export const answerChars = { text: 200, 'long-text': 2_000, number: 20, email: 200, choice: 80 } as const;

/** What somebody answered, by field id; all are text, numbers as they were typed. */
export const answersSchema = v.pipe(
  v.record(
    fieldIdSchema,
    // Lines may be broken; other control characters mean nothing to people.
    v.pipe(v.string(), v.maxLength(answerChars['long-text']), v.regex(/^(?:[\n\r\t]|\P{Cc})*$/u)),
  ),
  v.check((answers) => Object.keys(answers).length <= 30),
);
export type Answers = v.InferOutput<typeof answersSchema>;

/** Of a field: what is wrong with its answer. */
export type AnswerFault = 'missing' | 'too-long' | 'not-a-number' | 'not-an-address' | 'not-a-choice' | 'unknown-field';
