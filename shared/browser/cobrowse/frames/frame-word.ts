import * as v from 'valibot';
import { nonceSchema } from '../../../protocol/page.ts';

/**
 * How a frame of another origin and the frames around it find each other. Windows of different origins
 * can do nothing but send messages, and only a message says which window it is from. So the frame says a
 * word of the assist window's; who hears it looks for the element with that window in it. No content goes
 * this way, and a word means nothing to anybody but the assist window.
 */
const wordSchema = v.strictObject({ besideFrame: nonceSchema });

export const frameWord = (nonce: string): v.InferOutput<typeof wordSchema> => ({ besideFrame: nonce });

/** The word in a message of whoever, or null. */
export function wordIn(data: unknown): string | null {
  const parsed = v.safeParse(wordSchema, data);
  return parsed.success ? parsed.output.besideFrame : null;
}
