import { DrawingBar } from './drawing-bar.tsx';
import type { DrawingTools } from './drawing-tools.ts';

/** The bar of one window's tools. */
export function ToolsBar({ tools, label }: { tools: DrawingTools; label: string }) {
  return (
    <DrawingBar
      label={label}
      chosen={tools.chosen.value}
      text={tools.text.value}
      onChoose={tools.choose}
      onText={tools.write}
      onUndo={tools.undo}
      onClear={tools.clear}
    />
  );
}
