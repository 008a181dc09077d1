import type { ControlCommand } from '../../../protocol/peer.ts';
import { edit, type EditKind } from './edit.ts';
import { isEditable, isTextField } from './focus.ts';
import type { Natives } from './natives.ts';
import { isRange, setField } from './range.ts';
import { scrollNearest } from './scroll.ts';
import { tabbable } from './tabbable.ts';

type KeyCommand = Extract<ControlCommand, { type: 'control.key' }>;

/** What a key does by itself in a browser, for keys that scripts cannot press: editing, focus, activation, scrolling. */
export function keyDefault(element: Element, { key, modifiers }: KeyCommand, natives: Natives): void {
  const editing = isTextField(element) || isEditable(element);
  const doc = element.ownerDocument;
  if (modifiers.ctrl || modifiers.meta) return shortcut(element, key.toLowerCase(), natives);
  if (modifiers.alt) return;
  if (key === 'Tab') return moveFocus(element, modifiers.shift ? -1 : 1);
  if (editing && key.length === 1) return void edit(element, 'insertText', key, natives);
  const editKind = editKinds[key];
  if (editing && editKind) return void edit(element, editKind, null, natives);
  if (key === 'Enter') return enter(element, modifiers.shift, natives);
  if (key === ' ' && element.matches('button, summary, input')) return (element as HTMLElement).click();
  if (element.localName === 'select') return stepSelect(element as HTMLSelectElement, key, natives);
  if (isRange(element)) return stepRange(element, key, natives);
  const caret = caretMoves[key];
  if (editing && caret) {
    if (isTextField(element)) return moveInField(element, key, modifiers.shift);
    doc.getSelection()?.modify(modifiers.shift ? 'extend' : 'move', caret[0], caret[1]);
    return;
  }
  scrollByKey(element, key);
}

const editKinds: Readonly<Record<string, EditKind>> = {
  Backspace: 'deleteContentBackward',
  Delete: 'deleteContentForward',
};

const caretMoves: Readonly<Record<string, readonly [string, string]>> = {
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

function shortcut(element: Element, key: string, natives: Natives): void {
  if (key === 'a') {
    if (isTextField(element)) element.select();
    else natives.execCommand(element.ownerDocument, 'selectAll');
  } else if (key === 'z') edit(element, 'historyUndo', null, natives);
  else if (key === 'y') edit(element, 'historyRedo', null, natives);
  else if (key === 'backspace') edit(element, 'deleteWordBackward', null, natives);
}

function moveFocus(from: Element, step: 1 | -1): void {
  const order = tabbable(from.ownerDocument);
  const at = order.indexOf(from as HTMLElement);
  const next = order[(at + step + order.length) % order.length];
  next?.focus();
  if (isTextField(next ?? null)) (next as HTMLInputElement).select();
}

function enter(element: Element, shift: boolean, natives: Natives): void {
  if (element.localName === 'textarea') return void edit(element, 'insertLineBreak', '\n', natives);
  if (isEditable(element)) return void edit(element, shift ? 'insertLineBreak' : 'insertParagraph', null, natives);
  if (element.matches('a[href], button, summary')) return (element as HTMLElement).click();
  if (element.localName !== 'input') return;
  const field = element as HTMLInputElement;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  submitImplicitly(field.form);
}

/** As a browser does on Enter: through the submit button, else only in a form with one text field. */
function submitImplicitly(form: HTMLFormElement | null): void {
  if (!form) return;
  const controls = [...form.elements];
  const button = controls.find((control) => control.matches('button:not([type]), [type="submit" i], [type="image" i]'));
  if (button) {
    if (!button.matches(':disabled')) (button as HTMLElement).click();
  } else if (controls.filter((control) => isTextField(control)).length === 1) form.requestSubmit();
}

function stepSelect(select: HTMLSelectElement, key: string, natives: Natives): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const index = key === 'Home' ? 0 : key === 'End' ? select.length - 1 : select.selectedIndex + (steps[key] ?? 0);
  const option = select.options[Math.max(0, Math.min(select.length - 1, index))];
  if (!option || option.selected) return;
  natives.setSelected(option, true);
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function stepRange(field: HTMLInputElement, key: string, natives: Natives): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
  const step = steps[key];
  if (step === undefined) return;
  const before = field.value;
  if (step > 0) field.stepUp();
  else field.stepDown();
  const after = field.value;
  natives.setValue(field, before);
  setField(field, after, natives, true);
}

function moveInField(field: HTMLInputElement | HTMLTextAreaElement, key: string, extend: boolean): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === null || end === null) return;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: start === end || extend ? end - 1 : start,
    ArrowRight: start === end || extend ? end + 1 : end,
    Home: value.lastIndexOf('\n', end - 1) + 1,
    End: (value.indexOf('\n', end) + value.length + 1) % (value.length + 1),
    ArrowUp: 0,
    ArrowDown: value.length,
  };
  const to = Math.max(0, Math.min(value.length, places[key] ?? end));
  if (extend) field.setSelectionRange(Math.min(start, to), Math.max(start, to));
  else field.setSelectionRange(to, to);
}

function scrollByKey(element: Element, key: string): void {
  const height = window.innerHeight;
  const all = document.documentElement.scrollHeight;
  const by: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [0, 40],
    ArrowUp: [0, -40],
    ArrowRight: [40, 0],
    ArrowLeft: [-40, 0],
    PageDown: [0, height * 0.9],
    PageUp: [0, -height * 0.9],
    ' ': [0, height * 0.9],
    Home: [0, -all],
    End: [0, all],
  };
  const delta = by[key];
  if (delta) scrollNearest(element, delta[0], delta[1]);
}
