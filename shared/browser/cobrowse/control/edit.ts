import { moveInField } from './field-caret.ts';
import { isEditable, isTextField } from './focus.ts';
import type { Natives } from './natives.ts';

export type EditKind =
  | 'insertText'
  | 'insertFromPaste'
  | 'insertParagraph'
  | 'insertLineBreak'
  | 'deleteContentBackward'
  | 'deleteContentForward'
  | 'deleteWordBackward'
  | 'deleteWordForward'
  | 'deleteByCut'
  | 'formatBold'
  | 'formatItalic'
  | 'formatUnderline'
  | 'historyUndo'
  | 'historyRedo';

const commands: Record<EditKind, string> = {
  insertText: 'insertText',
  insertFromPaste: 'insertText',
  insertParagraph: 'insertParagraph',
  insertLineBreak: 'insertLineBreak',
  deleteContentBackward: 'delete',
  deleteContentForward: 'forwardDelete',
  deleteWordBackward: 'delete',
  deleteWordForward: 'forwardDelete',
  deleteByCut: 'delete',
  formatBold: 'bold',
  formatItalic: 'italic',
  formatUnderline: 'underline',
  historyUndo: 'undo',
  historyRedo: 'redo',
};

/**
 * One edit where the caret is. A cancelable `beforeinput` first, for editors that do all themselves;
 * then the browser's own editing, which keeps undo and fires a trusted `input`.
 * Returns false when nothing there can be edited.
 */
export function edit(element: Element | null, kind: EditKind, data: string | null, natives: Natives): boolean {
  const field = isTextField(element) ? element : null;
  if (!element || (!field && !isEditable(element)) || field?.disabled || field?.readOnly) return false;
  const doc = element.ownerDocument;
  if (kind === 'deleteByCut' && !hasSelection(doc, field)) return true;
  const event = new InputEvent('beforeinput', {
    inputType: kind,
    data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (!element.dispatchEvent(event)) return true;
  if (kind === 'deleteWordBackward' || kind === 'deleteWordForward') {
    markWord(doc, field, kind === 'deleteWordBackward' ? 'backward' : 'forward');
  }
  const before = field?.value;
  const done = natives.execCommand(doc, commands[kind], data ?? undefined);
  if (!done && field && field.value === before && data !== null) insertByHand(field, kind, data, natives);
  return true;
}

/** For fields that the browser's command does not reach, such as those in some shadow roots. */
function insertByHand(
  field: HTMLInputElement | HTMLTextAreaElement,
  inputType: EditKind,
  data: string,
  natives: Natives,
): void {
  const { value } = field;
  const start = field.selectionStart ?? value.length;
  const end = field.selectionEnd ?? value.length;
  natives.setValue(field, value.slice(0, start) + data + value.slice(end));
  field.dispatchEvent(new InputEvent('input', { inputType, data, bubbles: true, composed: true }));
}

function hasSelection(doc: Document, field: HTMLInputElement | HTMLTextAreaElement | null): boolean {
  return field ? field.selectionStart !== field.selectionEnd : doc.getSelection()?.isCollapsed === false;
}

/** What a deletion by words takes; the selection in a field is out of `modify`'s reach in Firefox. */
function markWord(
  doc: Document,
  field: HTMLInputElement | HTMLTextAreaElement | null,
  direction: 'backward' | 'forward',
): void {
  if (hasSelection(doc, field)) return;
  if (!field) return doc.getSelection()?.modify('extend', direction, 'word');
  const key = direction === 'backward' ? 'ArrowLeft' : 'ArrowRight';
  moveInField(field, key, { shift: true, ctrl: true, alt: false, meta: false });
}
