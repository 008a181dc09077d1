/** While help can be had, while it cannot, and while the help window is there. */
export const looks = ['open', 'closed', 'active'] as const;
export type Look = (typeof looks)[number];

const css = `
button{all:unset;box-sizing:border-box;cursor:pointer;font:600 15px/1.4 system-ui,sans-serif;padding:10px 18px;
border-radius:999px;background:#0b6bcb;color:#fff;border:2px solid #fff;box-shadow:0 2px 10px rgb(0 0 0/.3)}
button:hover{background:#0a5cae}
button:focus-visible{outline:3px solid #0b6bcb;outline-offset:2px}
button.closed{background:#595f69}
button.active{background:#fff;color:#0a5cae;border-color:#0b6bcb}
@media print{button{display:none}}`;

/** For a shadow root of our own. Not an element: a site's policy may forbid those. */
export function buttonSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
