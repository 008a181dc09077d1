import type { ControlRefusal } from '../../../protocol/peer.ts';
import type { Natives } from './natives.ts';
import { setField } from './range.ts';

/** Selects exactly these options of a list, by their place in it. */
export function choose(element: Element, options: readonly number[], natives: Natives): ControlRefusal | null {
  if (element.localName !== 'select' || element.matches(':disabled')) return 'impossible';
  const select = element as HTMLSelectElement;
  const wanted = new Set(options);
  if (!select.multiple && wanted.size !== 1) return 'impossible';
  if ([...wanted].some((index) => select.options[index]?.disabled !== false)) return 'impossible';
  select.focus({ preventScroll: true });
  const before = [...select.options].map((option) => option.selected);
  for (const [index, option] of [...select.options].entries()) {
    if (option.selected !== wanted.has(index)) natives.setSelected(option, wanted.has(index));
  }
  if ([...select.options].every((option, index) => option.selected === before[index])) return null;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return null;
}

const filled = /^(?:date|time|datetime-local|month|week|color|range)$/;

/** Sets a field whose own picker no script can open. */
export function fill(element: Element, value: string, natives: Natives): ControlRefusal | null {
  const field = element.localName === 'input' ? (element as HTMLInputElement) : null;
  if (!field || !filled.test(field.type) || field.disabled || field.readOnly) return 'impossible';
  field.focus({ preventScroll: true });
  setField(field, value, natives, true);
  return null;
}
