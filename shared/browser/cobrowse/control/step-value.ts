import type { Natives } from './natives.ts';
import { setField } from './range.ts';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A slider or a number field goes a step up or down. False when the key does not do that there. */
export function stepValue(field: HTMLInputElement, key: string, natives: Natives): boolean {
  const step = steps[key];
  if (step === undefined || field.disabled || field.readOnly) return false;
  if (field.type === 'number' && (key === 'ArrowLeft' || key === 'ArrowRight')) return false;
  const before = field.value;
  if (step > 0) field.stepUp();
  else field.stepDown();
  const after = field.value;
  natives.setValue(field, before);
  setField(field, after, natives, true);
  return true;
}

export function stepSelect(select: HTMLSelectElement, key: string, natives: Natives): void {
  const by: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const index = key === 'Home' ? 0 : key === 'End' ? select.length - 1 : select.selectedIndex + (by[key] ?? 0);
  const option = select.options[Math.max(0, Math.min(select.length - 1, index))];
  if (!option || option.selected || option.disabled) return;
  natives.setSelected(option, true);
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
