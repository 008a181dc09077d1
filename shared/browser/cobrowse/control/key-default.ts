import type { ControlCommand } from '../../../protocol/peer.ts';
import { edit, type EditKind } from './edit.ts';
import { enter } from './enter.ts';
import { escape } from './escape.ts';
import { moveInField } from './field-caret.ts';
import { isEditable, isTextField } from './focus.ts';
import type { Natives } from './natives.ts';
import { isRadio, stepRadio } from './radio-group.ts';
import { isRange } from './range.ts';
import { scrollNearest } from './scroll.ts';
import { stepSelect, stepValue } from './step-value.ts';
import { tabbable } from './tabbable.ts';

type KeyCommand = Extract<ControlCommand, { type: 'control.key' }>;

export interface KeyDefaultDeps {
  natives: Natives;
  /** The host may use this control. */
  mayPress(control: Element): boolean;
}

/** What a key does by itself in a browser, for keys that scripts cannot press: editing, focus, activation, scrolling. */
export function keyDefault(
  element: Element,
  { key, modifiers }: KeyCommand,
  { natives, mayPress }: KeyDefaultDeps,
): void {
  const field = isTextField(element) ? element : null;
  const editing = field !== null || isEditable(element);
  const doc = element.ownerDocument;
  const caret = caretMoves[key];
  if (caret && field && moveInField(field, key, modifiers)) {
    // The caret of a number field cannot be moved, its value can.
    return;
  }
  if (modifiers.ctrl || modifiers.meta) {
    if (caret && editing && !field) return moveCaret(doc, key, modifiers);
    return shortcut(element, key.toLowerCase(), natives);
  }
  if (modifiers.alt) return navigate(doc, key);
  if (key === 'Tab') return moveFocus(element, modifiers.shift ? -1 : 1);
  if (key === 'Escape') return escape(doc);
  if (key === 'F5') return doc.location.reload();
  if (editing && key.length === 1) return void edit(element, 'insertText', key, natives);
  const editKind = editKinds[key];
  if (editing && editKind) return void edit(element, editKind, null, natives);
  if (key === 'Enter') return enter(element, modifiers.shift, natives, mayPress);
  if (key === ' ' && element.matches('button, summary, input')) return (element as HTMLElement).click();
  if (element.localName === 'select') return stepSelect(element as HTMLSelectElement, key, natives);
  if (isRadio(element) && stepRadio(element, key)) return;
  if (isRange(element) || field?.type === 'number') {
    if (stepValue(element as HTMLInputElement, key, natives)) return;
  }
  if (editing && caret) return moveCaret(doc, key, modifiers);
  if (!editing) scrollByKey(element, key);
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

function moveCaret(doc: Document, key: string, { shift, ctrl }: KeyCommand['modifiers']): void {
  const [direction, unit] = caretMoves[key] ?? [];
  if (direction)
    doc.getSelection()?.modify(shift ? 'extend' : 'move', direction, ctrl && unit === 'character' ? 'word' : unit);
}

const edits: Readonly<Record<string, EditKind>> = {
  z: 'historyUndo',
  y: 'historyRedo',
  backspace: 'deleteWordBackward',
  delete: 'deleteWordForward',
  x: 'deleteByCut',
  b: 'formatBold',
  i: 'formatItalic',
  u: 'formatUnderline',
};

function shortcut(element: Element, key: string, natives: Natives): void {
  const kind = edits[key];
  if (key === 'r') return element.ownerDocument.location.reload();
  if (kind) return void edit(element, kind, null, natives);
  if (key !== 'a') return;
  if (isTextField(element)) element.select();
  else natives.execCommand(element.ownerDocument, 'selectAll');
}

function navigate(doc: Document, key: string): void {
  const history = doc.defaultView?.history;
  if (key === 'ArrowLeft') history?.back();
  if (key === 'ArrowRight') history?.forward();
}

function moveFocus(from: Element, step: 1 | -1): void {
  const order = tabbable(from.ownerDocument);
  const at = order.indexOf(from as HTMLElement);
  // From a place that is no stop itself, on from where it stands.
  const after = order.findIndex((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  const start = at >= 0 ? at : after < 0 ? order.length : step > 0 ? after - 1 : after;
  const next = order[(start + step + order.length) % order.length];
  next?.focus();
  if (isTextField(next ?? null)) (next as HTMLInputElement).select();
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
