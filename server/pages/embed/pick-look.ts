import { ownSheets } from '../../../shared/browser/cobrowse/own-parts.ts';
import { pickCss } from '../../../shared/browser/cobrowse/pick/pick-css.ts';

/** The page's look while its customer points at something. The sheet is in no mirror. */
export function createPickLook(): { set(on: boolean): void } {
  let sheet: CSSStyleSheet | null = null;
  return {
    set(on) {
      if (on && !sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(pickCss);
        ownSheets.add(sheet);
      }
      const others = document.adoptedStyleSheets.filter((one) => one !== sheet);
      if (sheet) document.adoptedStyleSheets = on ? [...others, sheet] : others;
    },
  };
}
