import type { PrivacyPolicy } from '../../../protocol/privacy-policy.ts';
import { region } from './region.ts';

/** Nothing of these is drawn; what they hold is for scripts, other browsers or machines. */
const undrawn = new Set(['script', 'noscript', 'template', 'meta', 'base', 'param', 'track', 'noframes', 'noembed']);
/** Pictures of anything at all. */
const pictures = new Set(['img', 'picture', 'video', 'audio', 'canvas']);
const plugins = new Set(['object', 'embed', 'applet']);

export function treatmentOf(element: Element, flags: number, level: PrivacyPolicy['level']): 'show' | 'block' | 'drop' {
  const { localName } = element;
  if (undrawn.has(localName)) return 'drop';
  if (localName === 'link')
    return /(?:^|\s)stylesheet(?:\s|$)/i.test((element as HTMLLinkElement).rel) ? 'show' : 'drop';
  // What others have entered before.
  if (localName === 'datalist' && level !== 'open') return 'drop';
  if (flags & region.block || plugins.has(localName)) return 'block';
  if (pictures.has(localName) && (level === 'strict' || flags & region.mask)) return 'block';
  return 'show';
}
