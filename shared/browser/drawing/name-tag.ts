import { drawingLimits } from '../../protocol/drawing-limits.ts';
import type { Pixel } from './box.ts';

export interface NameTag {
  readonly element: HTMLElement;
  /** Null hides it. */
  show(name: string, at: Pixel | null): void;
}

/** Whose a drawing is, in its colour. Plain text. */
export function createNameTag(doc: Document, colour: string): NameTag {
  const element = doc.createElement('span');
  element.style.cssText = `position:absolute;left:0;top:0;display:none;padding:1px 7px;border-radius:9px;background:${colour};color:#fff;font:600 12px/1.5 system-ui,sans-serif;white-space:nowrap;pointer-events:none`;
  return {
    element,
    show(name, at) {
      const short = [...name].slice(0, drawingLimits.nameChars).join('');
      if (element.textContent !== short) element.textContent = short;
      element.style.display = at && short !== '' ? 'block' : 'none';
      if (at) element.style.transform = `translate(${at.x}px, ${at.y}px)`;
    },
  };
}
