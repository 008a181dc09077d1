import type { DrawingTool } from '../../protocol/drawing.ts';

/** The letter that chooses each tool, while the surface or its bar has the focus. */
export const toolKeys: Readonly<Record<DrawingTool, string>> = {
  laser: 'l',
  ink: 'i',
  pen: 'p',
  rectangle: 'r',
  arrow: 'a',
  text: 't',
  highlight: 'h',
};

export type DrawingKey = { choose: DrawingTool } | 'away' | 'undo' | 'clear';

/** What a key does to the drawing; null: nothing. */
export function drawingKey(key: string, ctrl: boolean): DrawingKey | null {
  const letter = key.toLowerCase();
  if (ctrl) return letter === 'z' ? 'undo' : null;
  if (key === 'Escape') return 'away';
  if (key === 'Delete') return 'clear';
  const tool = (Object.keys(toolKeys) as DrawingTool[]).find((one) => toolKeys[one] === letter);
  return tool ? { choose: tool } : null;
}
