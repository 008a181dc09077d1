import type { Modifiers } from '../../../protocol/peer.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The caret of a text field after an arrow, Home or End; null for other keys and for fields that have none. */
export function moveInField(field: Field, key: string, { shift, ctrl }: Modifiers): boolean {
  const { selectionStart: start, selectionEnd: end, selectionDirection, value } = field;
  if (start === null || end === null) return false;
  const [anchor, head] = selectionDirection === 'backward' ? [end, start] : [start, end];
  const marked = start !== end && !shift && !ctrl;
  const to = place(key, { value, head, ctrl, left: marked ? start : null, right: marked ? end : null });
  if (to === null) return false;
  if (shift) field.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), to < anchor ? 'backward' : 'forward');
  else field.setSelectionRange(to, to);
  return true;
}

interface Caret {
  value: string;
  head: number;
  /** By words. */
  ctrl: boolean;
  /** Where an arrow leaves marked text; null when none is marked. */
  left: number | null;
  right: number | null;
}

function place(key: string, { value, head, ctrl, left, right }: Caret): number | null {
  const lineStart = value.lastIndexOf('\n', head - 1) + 1;
  const lineEnd = (value.indexOf('\n', head) + value.length + 1) % (value.length + 1);
  switch (key) {
    case 'ArrowLeft':
      if (ctrl) return value.slice(0, head).search(/\S+\s*$/) < 0 ? 0 : value.slice(0, head).search(/\S+\s*$/);
      return left ?? Math.max(0, head - 1);
    case 'ArrowRight':
      if (ctrl) return head + (/^\s*\S*/.exec(value.slice(head))?.[0].length ?? 0);
      return right ?? Math.min(value.length, head + 1);
    case 'Home':
      return ctrl ? 0 : lineStart;
    case 'End':
      return ctrl ? value.length : lineEnd;
    case 'ArrowUp': {
      if (lineStart === 0) return 0;
      const above = value.lastIndexOf('\n', lineStart - 2) + 1;
      return Math.min(above + head - lineStart, lineStart - 1);
    }
    case 'ArrowDown': {
      if (lineEnd === value.length) return value.length;
      const next = (value.indexOf('\n', lineEnd + 1) + value.length + 1) % (value.length + 1);
      return Math.min(lineEnd + 1 + head - lineStart, next);
    }
    default:
      return null;
  }
}

/** Marks the word that the caret is in, or everything on its line. */
export function markInField(field: Field, what: 'word' | 'line'): void {
  const { value, selectionEnd } = field;
  if (selectionEnd === null) return;
  const line = what === 'line';
  const before = (line ? /[^\n]*$/ : /[\p{L}\p{N}_]*$/u).exec(value.slice(0, selectionEnd))?.[0].length ?? 0;
  const after = (line ? /^[^\n]*/ : /^[\p{L}\p{N}_]*/u).exec(value.slice(selectionEnd))?.[0].length ?? 0;
  field.setSelectionRange(selectionEnd - before, selectionEnd + after);
}
