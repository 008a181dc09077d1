import * as v from 'valibot';
import { fromPageSchema, nonceSchema, type ToPage } from './page.ts';
import type { NavigateKind } from './peer.ts';

/** Between a page that carries `embed.js` and the relay's window that was opened from it; rules E. */

/** Window → page, by postMessage to whatever page is there: nothing in it is secret. */
export interface EmbedCall {
  type: 'beside.call';
  /** One for each document of the window. */
  word: string;
  /** The window has a port from a page already. */
  talking: boolean;
}

/** What a page says of itself. Its origin is not among it: that is the browser's to say. */
const about = {
  title: v.pipe(v.string(), v.maxLength(300)),
  /** Path, query and fragment. */
  path: v.pipe(v.string(), v.startsWith('/'), v.maxLength(4_000)),
};
export type AboutPage = v.InferOutput<v.StrictObjectSchema<typeof about, undefined>>;

/** Page → window, by postMessage to the relay's origin, with a port. */
export const embedAnswerSchema = v.strictObject({ type: v.literal('beside.answer'), word: nonceSchema, ...about });
export type EmbedAnswer = v.InferOutput<typeof embedAnswerSchema>;

/** Page → window, by the port. The page's own scripts can forge all of these. */
export const fromEmbedSchema = v.variant('type', [
  /** Answers `embed.look`. */
  v.strictObject({ type: v.literal('embed.here') }),
  v.strictObject({ type: v.literal('embed.about'), ...about }),
  /** The recorder could not be loaded. */
  v.strictObject({ type: v.literal('embed.blocked') }),
  /** The document goes away. */
  v.strictObject({ type: v.literal('embed.left') }),
  v.strictObject({ type: v.literal('embed.said'), message: fromPageSchema }),
]);
export type FromEmbed = v.InferOutput<typeof fromEmbedSchema>;

/** Frame and badge in the page. */
interface Shown {
  text: string;
  controlled: boolean;
}

/** Window → page, by the port. */
export type ToEmbed =
  | { type: 'embed.look' }
  /** The page is shown from now on: the recorder is loaded, and says that it is ready. */
  | { type: 'embed.open'; indicator: Shown }
  | { type: 'embed.indicator'; indicator: Shown }
  /** Not shown any more. */
  | { type: 'embed.close' }
  | { type: 'embed.picking'; on: boolean }
  | { type: 'embed.navigate'; kind: NavigateKind }
  | { type: 'embed.tell'; message: ToPage };
