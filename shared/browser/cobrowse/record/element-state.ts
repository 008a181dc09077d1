import { pictureAttribute } from '../assets/asset-attributes.ts';
import { shownPictures } from '../assets/live-pictures.ts';
import type { Privacy } from '../filter/privacy.ts';
import { brokenPicture } from './broken-picture.ts';
import type { Attention } from './states.ts';

/** What an element is in just now that HTML has no attribute for; as attributes of the mirror only. */
export function elementState(
  element: Element,
  attention: Attention,
  { customStates }: Pick<Privacy, 'customStates'>,
): Record<string, string> | null {
  let state: Record<string, string> | null = null;
  const set = (name: string, value: string) => ((state ??= {})[name] = value);
  const { localName } = element;
  if (localName === 'dialog' && (element as HTMLDialogElement).open) {
    set('data-beside-dialog', element.matches(':modal') ? 'modal' : 'non-modal');
  }
  if (localName === 'input' && (element as HTMLInputElement).indeterminate) set('data-beside-indeterminate', '');
  const broken = localName === 'img' ? brokenPicture(element as HTMLImageElement) : null;
  if (broken) set('data-beside-broken', broken);
  const own = localName.includes('-') ? customStates.of(element) : '';
  if (own !== '') set('data-beside-states', own);
  if (localName === 'video' || localName === 'audio') {
    set('data-beside-media', (element as HTMLMediaElement).paused ? 'paused' : 'playing');
  }
  if (element.hasAttribute('popover') && isOpenPopover(element)) set('data-beside-popover', 'open');
  const picture = shownPictures.get(element);
  if (picture !== undefined) set(pictureAttribute, picture);
  if (attention.focused === element) set('data-beside-focus', focusKind(element));
  if (attention.hovered === element) set('data-beside-hover', '');
  return state;
}

function isOpenPopover(element: Element): boolean {
  try {
    return element.matches(':popover-open');
  } catch {
    // A browser without popovers does not know the selector.
    return false;
  }
}

/** `visible`: the browser draws a ring. */
const focusKind = (element: Element): string => (element.matches(':focus-visible') ? 'visible' : '');
