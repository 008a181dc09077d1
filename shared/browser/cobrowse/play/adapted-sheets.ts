/**
 * In place of the Replayer's store of style sheets that it has rewritten for itself: the sanitiser has done it
 * already, in a worker and in one pass, and a store that never forgets is a hostile page's to fill.
 */
export const adaptedSheets = {
  stylesWithHoverClass: { get: (css: string): string => css, set() {} },
};
