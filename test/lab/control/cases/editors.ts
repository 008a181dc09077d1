import { EditorState as CodeState } from '@codemirror/state';
import { basicSetup, EditorView as CodeView } from 'codemirror';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $getRoot, createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { type ControlCase, equal } from '../control-case.ts';
import type { Hands } from '../hands.ts';

/** Writes, erases, breaks the line, goes back and inserts: what every editor must take. `read` gives its own model's text. */
async function write(hands: Hands, selector: string, read: () => string): Promise<void> {
  await hands.click(selector);
  hands.type('Helloo');
  hands.key('Backspace');
  await hands.until(() => read() === 'Hello');
  hands.key('Enter');
  hands.type('you');
  await hands.until(() => /^Hello\n+you$/.test(read()));
  hands.key('ArrowLeft');
  hands.type('r');
  await hands.until(() => /^Hello\n+yoru$/.test(read()));
  equal(hands.notices, []);
}

export const editorCases: readonly ControlCase[] = [
  {
    name: 'a Lexical editor is written in',
    async run(hands, root) {
      root.innerHTML = '<div id="editor" contenteditable="true" style="min-height:80px"></div>';
      const editor = createEditor({
        onError(error) {
          throw error;
        },
      });
      editor.setRootElement(root.querySelector<HTMLElement>('#editor'));
      hands.after(registerRichText(editor));
      hands.after(registerHistory(editor, createEmptyHistoryState(), 300));
      hands.after(() => editor.setRootElement(null));
      const read = () => editor.getEditorState().read(() => $getRoot().getTextContent());
      await write(hands, '#editor', read);
      hands.key('z', { ctrl: true });
      await hands.until(() => !read().includes('yoru'));
    },
  },
  {
    name: 'a ProseMirror editor is written in',
    async run(hands, root) {
      const view = new EditorView(root, {
        state: EditorState.create({
          schema,
          plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
        }),
        attributes: { id: 'editor', style: 'min-height:80px' },
      });
      hands.after(() => view.destroy());
      const read = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
      await write(hands, '#editor', read);
      hands.key('z', { ctrl: true });
      await hands.until(() => !read().includes('yoru'));
    },
  },
  {
    name: 'a CodeMirror editor is written in',
    async run(hands, root) {
      const view = new CodeView({ parent: root, state: CodeState.create({ extensions: [basicSetup] }) });
      hands.after(() => view.destroy());
      view.contentDOM.id = 'editor';
      const read = () => view.state.doc.toString();
      await write(hands, '#editor', read);
      hands.key('z', { ctrl: true });
      await hands.until(() => !read().includes('yoru'));
    },
  },
  {
    name: 'a Quill editor is written in',
    async run(hands, root) {
      root.innerHTML = '<div id="box"></div>';
      const quill = new Quill('#box', { modules: { toolbar: false } });
      quill.root.id = 'editor';
      quill.root.style.minHeight = '80px';
      const read = () => quill.getText().replace(/\n$/, '');
      await write(hands, '#editor', read);
    },
  },
  {
    name: 'editable content is written in, undone and redone',
    async run(hands, root) {
      root.innerHTML = '<div id="editor" contenteditable="true" style="min-height:80px"></div>';
      const editor = root.querySelector('#editor') as HTMLElement;
      await write(hands, '#editor', () => editor.innerText.trim());
      hands.key('z', { ctrl: true });
      await hands.until(() => !editor.innerText.includes('yoru'));
      hands.key('y', { ctrl: true });
      await hands.until(() => editor.innerText.includes('yoru'));
    },
  },
];
