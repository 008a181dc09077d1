import type { Indicator } from '../../shared/browser/cobrowse/recorded-page.ts';

const asCssString = (text: string) =>
  `"${text.replace(/[^\p{L}\p{N} .,:·()'-]/gu, (char) => `\\${char.codePointAt(0)?.toString(16) ?? '20'} `)}"`;

/**
 * Frame and badge around the shown page. User-origin `!important` is the last word in the cascade, so
 * the page cannot hide or restyle them; as pseudo-elements of the root they are in no mirror.
 */
export function indicatorCss({ text, controlled }: Indicator): string {
  const colour = controlled ? '#c4221f' : '#0b6bcb';
  const width = controlled ? 6 : 4;
  const common = [
    'position:fixed',
    'pointer-events:none',
    'z-index:2147483647',
    'visibility:visible',
    'opacity:1',
    'transform:none',
    'clip-path:none',
    'filter:none',
    'box-sizing:border-box',
    'margin:0',
    'display:block',
  ];
  const frame = [
    ...common,
    'content:""',
    'inset:0',
    `border:${width}px solid ${colour}`,
    'background:none',
    'width:auto',
    'height:auto',
  ];
  const badge = [
    ...common,
    `content:${asCssString(text)}`,
    'inset:0 auto auto 50%',
    'translate:-50% 0',
    'width:max-content',
    'height:auto',
    'max-width:90vw',
    'padding:3px 12px',
    'border:0',
    'border-radius:0 0 8px 8px',
    `background:${colour}`,
    'color:#fff',
    'font:600 13px/1.5 system-ui,sans-serif',
    'text-align:center',
  ];
  const rule = (selector: string, lines: readonly string[]) =>
    `${selector}{${lines.map((line) => `${line}!important`).join(';')}}`;
  return `${rule('html::after', frame)}\n${rule('html::before', badge)}`;
}
