import * as v from 'valibot';
import { limits } from './limits.ts';

/**
 * Several tabs of one page surface share the channels of a link: each message begins with the number of the tab
 * that it is about, two bytes, the higher first. Number 0 on channel `mirror` is about the tabs themselves:
 * customer → host `mirrorTabsSchema`, host → customer `mirrorWatchSchema`, both as JSON.
 */
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.tabsEver));
const entry = v.strictObject({
  tab,
  /** The customer's grant of control counts in it. */
  control: v.boolean(),
});

/** All that is said of a tab itself (title, address, why it is hidden) comes in the tab's own headers. */
export const mirrorTabsSchema = v.strictObject({
  type: v.literal('mirror.tabs'),
  /** Those that are shown, in the order in which they were added. */
  tabs: v.pipe(
    v.array(entry),
    v.maxLength(limits.tabsAtOnce),
    v.check((tabs) => new Set(tabs.map((one) => one.tab)).size === tabs.length, 'a tab is there once'),
  ),
  /** The shown one that the customer looks at, or looked at last. */
  looking: v.nullable(tab),
  /** The customer looks at a page that is not shown. */
  away: v.boolean(),
  /** The tab that the host has chosen, as far as the customer's side knows; null: it follows. */
  chosen: v.nullable(tab),
  /** Grows whenever messages of several tabs were dropped on their way: all of them begin anew. */
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type MirrorTabs = v.InferOutput<typeof mirrorTabsSchema>;

/** Which tab the host wants to see; null: the one that the customer looks at. */
export const mirrorWatchSchema = v.strictObject({ type: v.literal('mirror.watch'), tab: v.nullable(tab) });
