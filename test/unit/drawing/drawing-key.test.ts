import { expect, test } from 'vitest';
import { drawingKey, toolKeys } from '../../../shared/browser/drawing/drawing-key.ts';
import { createDrawingTools } from '../../../shared/browser/drawing/drawing-tools.ts';
import { drawingTools } from '../../../shared/protocol/drawing.ts';

test('each tool has a letter of its own, and no letter counts with Ctrl', () => {
  expect(new Set(Object.values(toolKeys)).size).toBe(drawingTools.length);
  for (const tool of drawingTools) {
    expect(drawingKey(toolKeys[tool], false)).toEqual({ choose: tool });
    expect(drawingKey(toolKeys[tool].toUpperCase(), false)).toEqual({ choose: tool });
    expect(drawingKey(toolKeys[tool], true)).toBe(null);
  }
  expect([drawingKey('z', true), drawingKey('z', false), drawingKey('x', false)]).toEqual(['undo', null, null]);
});

test('the same key or Escape puts the tool away; Escape means nothing without one', () => {
  const done: string[] = [];
  const tools = createDrawingTools(() => ({ undo: () => done.push('undo'), clear: () => done.push('clear') }));
  expect(tools.key('Escape', false)).toBe(false);
  tools.key('p', false);
  expect(tools.chosen.value).toEqual({ tool: 'pen', text: '' });
  tools.key('p', false);
  expect(tools.chosen.value).toBe(null);
  tools.key('t', false);
  tools.write('here');
  expect(tools.chosen.value).toEqual({ tool: 'text', text: 'here' });
  expect(tools.key('Escape', false)).toBe(true);
  expect(tools.chosen.value).toBe(null);
  tools.key('z', true);
  tools.key('Delete', false);
  expect(done).toEqual(['undo', 'clear']);
});
