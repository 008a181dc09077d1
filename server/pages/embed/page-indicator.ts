import { type OwnLayer, openOwnLayer } from '../../../shared/browser/cobrowse/pointer/own-layer.ts';
import type { Indicator } from '../../../shared/browser/cobrowse/recorded-page.ts';

const css = `
div{position:fixed;inset:0;box-sizing:border-box;border:4px solid #0b6bcb}
span{position:fixed;top:0;left:50%;translate:-50% 0;max-width:90vw;padding:3px 12px;border-radius:0 0 8px 8px;
background:#0b6bcb;color:#fff;font:600 13px/1.5 system-ui,sans-serif;text-align:center}
div.controlled{border-width:6px;border-color:#c4221f}
div.controlled+span{background:#c4221f}`;

/**
 * Frame and badge while the page is shown. The page's own scripts could take them away; what is shown and Stop are in
 * the help window, which they cannot touch.
 */
export function createPageIndicator(): { draw(indicator: Indicator | null): void } {
  let drawn: { layer: OwnLayer; frame: HTMLElement; badge: HTMLElement } | null = null;

  function open() {
    const layer = openOwnLayer();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    layer.root.adoptedStyleSheets = [sheet];
    const frame = document.createElement('div');
    const badge = document.createElement('span');
    layer.root.append(frame, badge);
    return { layer, frame, badge };
  }
  return {
    draw(indicator) {
      if (!indicator) {
        drawn?.layer.remove();
        drawn = null;
        return;
      }
      drawn ??= open();
      drawn.frame.classList.toggle('controlled', indicator.controlled);
      drawn.badge.textContent = indicator.text;
    },
  };
}
