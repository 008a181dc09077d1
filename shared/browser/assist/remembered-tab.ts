import * as v from 'valibot';

/** A tab that is shown, as it is kept over a reload of the window. */
export const rememberedTabSchema = v.object({
  pageId: v.number(),
  /** Its number on the link. */
  tab: v.number(),
  /** The grant of control counts in it. */
  control: v.boolean(),
  /** The viewer has turned to it by hand. */
  chosen: v.optional(v.boolean(), false),
  /** Its owner looked at it last. */
  looked: v.optional(v.boolean(), false),
});
export type RememberedTab = v.InferOutput<typeof rememberedTabSchema>;
