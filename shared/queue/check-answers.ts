import { type AnswerFault, type Answers, answerChars, type FormField } from './form.ts';
import { readNumber } from './read-number.ts';

/** What is wrong, by field; empty: nothing. White space around an answer does not count, nor does an empty one. */
export function checkAnswers(form: readonly FormField[], answers: Answers): Record<string, AnswerFault> {
  const known = new Set(form.map(({ id }) => id));
  const given = new Map(Object.entries(trimAnswers(answers)));
  return Object.fromEntries([
    ...form.flatMap((field) => {
      const fault = faultOf(field, given.get(field.id));
      return fault ? [[field.id, fault] as const] : [];
    }),
    ...[...given.keys()].filter((id) => !known.has(id)).map((id) => [id, 'unknown-field'] as const),
  ]);
}

/** As they are kept: trimmed, without empty ones. */
export const trimAnswers = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([id, answer]) => [id, answer.trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );

function faultOf({ kind, required, choices }: FormField, answer: string | undefined): AnswerFault | null {
  if (answer === undefined) return required ? 'missing' : null;
  if (answer.length > answerChars[kind]) return 'too-long';
  switch (kind) {
    case 'number':
      return readNumber(answer) === null ? 'not-a-number' : null;
    case 'email':
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(answer) ? null : 'not-an-address';
    case 'choice':
      return choices?.includes(answer) ? null : 'not-a-choice';
    case 'text':
    case 'long-text':
      return null;
  }
}
