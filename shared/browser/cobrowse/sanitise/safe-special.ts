import type { SafeAttributes } from './safe-attribute.ts';
import { safeUrl } from './safe-url.ts';

const size = /^[\d.]{1,12}px$/;
const word = /^[\w-]{0,40}$/;
const nothing: SafeAttributes = {};
/** What the recorder says of states that have no attribute of their own; null in a change: no longer so. */
const states: Record<string, RegExp> = {
  'data-beside-focus': word,
  'data-beside-hover': word,
  'data-beside-popover': /^open$/,
  'data-beside-indeterminate': word,
  'data-beside-picture': /^(?:[1-9]\d{0,6}|unreadable)$/,
  'data-beside-media': /^(?:playing|paused)$/,
  'data-beside-blocked': word,
  'data-beside-chosen': /^[^\0]{0,1000}$/,
};
const special: Record<string, string> = {
  rr_width: 'rr_width',
  rr_height: 'rr_height',
  rr_scrollleft: 'rr_scrollLeft',
  rr_scrolltop: 'rr_scrollTop',
  rr_open_mode: 'rr_open_mode',
  rr_dataurl: 'rr_dataURL',
  rr_mediastate: 'rr_mediaState',
};

/** Attributes that only the recorder makes. `name` is in lower case. */
export function safeSpecial(tag: string, name: string, value: unknown): SafeAttributes {
  const state = Object.hasOwn(states, name) ? states[name] : undefined;
  if (state) return value === null || (typeof value === 'string' && state.test(value)) ? { [name]: value } : nothing;
  const known = Object.hasOwn(special, name) ? special[name] : undefined;
  if (!known) return nothing;
  switch (known) {
    case 'rr_dataURL':
      return typeof value === 'string' && safeUrl(value)?.startsWith('data:image/') ? { rr_dataURL: value } : nothing;
    case 'rr_mediaState':
      return { rr_mediaState: 'paused' };
    case 'rr_open_mode':
      return tag === 'dialog' && typeof value === 'string' && word.test(value) ? { rr_open_mode: value } : nothing;
    case 'rr_width':
    case 'rr_height':
      return typeof value === 'string' && size.test(value) ? { [known]: value } : nothing;
    default:
      return typeof value === 'number' && Math.abs(value) < 1e9 ? { [known]: value } : nothing;
  }
}
