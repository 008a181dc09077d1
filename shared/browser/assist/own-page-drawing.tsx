import { useSignal } from '@preact/signals';
import { DrawingBar } from '../drawing/drawing-bar.tsx';
import type { ShownTab } from '../showing/show-tab.ts';
import { t } from '../ui/i18n.ts';

/** The owner's own drawing tools for the page that is shown. */
export function OwnPageDrawing({ tab, viewerName }: { tab: ShownTab; viewerName: string }) {
  const text = useSignal('');
  const { decided, drawings } = tab;
  const chosen = decided.drawing.value;
  return (
    <details class="own-drawing" open={chosen !== null}>
      <summary>{t('drawing.title')}</summary>
      <div class="stack">
        <p class="hint">{t('drawing.ownPageText', { name: viewerName })}</p>
        <DrawingBar
          label={t('drawing.ownBar')}
          chosen={chosen}
          text={text.value}
          onChoose={(tool) => decided.draw(chosen?.tool === tool ? null : { tool, text: text.value })}
          onText={(words) => {
            text.value = words;
            if (chosen) decided.draw({ tool: chosen.tool, text: words });
          }}
          onUndo={decided.undoDrawing}
          onClear={() => drawings.own({ type: 'drawing.clear' }, 'window')}
        />
      </div>
    </details>
  );
}
