import type { Natives } from './natives.ts';

export function isRange(element: Element | undefined | null): element is HTMLInputElement {
  return element?.localName === 'input' && (element as HTMLInputElement).type === 'range';
}

const fire = (field: Element, type: 'input' | 'change') =>
  field.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));

/** Sets a field as its user would: value, `input`, and `change` when the act is complete. */
export function setField(field: HTMLInputElement, value: string, natives: Natives, complete: boolean): void {
  if (field.value !== value) {
    natives.setValue(field, value);
    fire(field, 'input');
  }
  if (complete) fire(field, 'change');
}

/** A press on a slider's track takes the thumb there. */
export function setRangeByPointer(field: HTMLInputElement, x: number, natives: Natives, complete: boolean): void {
  if (field.disabled) return;
  const box = field.getBoundingClientRect();
  const min = Number(field.min || 0);
  const max = Number(field.max || 100);
  const step = field.step === 'any' ? (max - min) / 1_000 : Number(field.step || 1);
  const rtl = getComputedStyle(field).direction === 'rtl';
  const raw = Math.min(1, Math.max(0, (x - box.left) / box.width));
  const part = rtl ? 1 - raw : raw;
  const value = Math.min(max, min + Math.round((part * (max - min)) / step) * step);
  setField(field, String(Number(value.toFixed(6))), natives, complete);
}
