import { pickMark } from './pick-mark.ts';

/** The look of a page while its customer points at something in it. */
export const pickCss = [
  `*{cursor:crosshair!important}`,
  `[${pickMark}]{outline:3px solid #c4221f!important;outline-offset:-1px!important;opacity:.55!important;visibility:visible!important}`,
].join('\n');
