import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DrawingTool } from '../../protocol/drawing.ts';
import { drawingKey } from './drawing-key.ts';
import type { ChosenTool } from './pen.ts';

/** What is drawn on, for taking back and clearing. */
export interface DrawnOn {
  undo(): void;
  clear(): void;
}

/** The tools of one person in one window. */
export interface DrawingTools extends DrawnOn {
  readonly chosen: ReadonlySignal<ChosenTool | null>;
  /** The one that is chosen already is put away. */
  choose(tool: DrawingTool | null): void;
  readonly text: ReadonlySignal<string>;
  write(text: string): void;
  /** False: the key means nothing here. */
  key(key: string, ctrl: boolean): boolean;
}

/** `on`: the surface in front. */
export function createDrawingTools(on: () => DrawnOn | null): DrawingTools {
  const tool = signal<DrawingTool | null>(null);
  const text = signal('');
  const choose = (next: DrawingTool | null) => void (tool.value = next === tool.peek() ? null : next);
  const undo = () => on()?.undo();
  const clear = () => on()?.clear();
  return {
    chosen: computed(() => tool.value && { tool: tool.value, text: text.value }),
    choose,
    text,
    write: (words) => void (text.value = words),
    undo,
    clear,
    key(key, ctrl) {
      const does = drawingKey(key, ctrl);
      if (does === null || (does === 'away' && tool.peek() === null)) return false;
      if (does === 'undo') undo();
      else if (does === 'clear') clear();
      else choose(does === 'away' ? null : does.choose);
      return true;
    },
  };
}
