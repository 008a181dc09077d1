import { useRef } from 'preact/hooks';
import { type DrawingTool, drawingTools } from '../../protocol/drawing.ts';
import { drawingLimits } from '../../protocol/drawing-limits.ts';
import { t } from '../ui/i18n.ts';
import { DrawingIcon } from './drawing-icon.tsx';
import { toolKeys } from './drawing-key.ts';
import type { ChosenTool } from './pen.ts';

interface Props {
  /** What is drawn on, for those who do not see beside what the bar stands. */
  label: string;
  chosen: ChosenTool | null;
  /** What the tool `text` writes. */
  text: string;
  onChoose: (tool: DrawingTool) => void;
  onText: (text: string) => void;
  onUndo: () => void;
  onClear: () => void;
}

/** The drawing tools over a surface. Arrow keys move between them; each has a key of its own too. */
export function DrawingBar({ label, chosen, text, onChoose, onText, onUndo, onClear }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const now = all.indexOf(event.target as HTMLElement);
    if (now < 0) return;
    event.preventDefault();
    all[(now + step + all.length) % all.length]?.focus();
  };
  const first = chosen?.tool ?? drawingTools[0];
  return (
    <div class="drawing-bar" data-drawing-bar>
      <div class="drawing-tools" role="toolbar" aria-label={label} ref={bar}>
        {drawingTools.map((tool) => {
          const says = `${t(`drawing.${tool}`)} (${toolKeys[tool].toUpperCase()})`;
          return (
            <button
              key={tool}
              type="button"
              class="quiet"
              data-tool={tool}
              aria-label={t(`drawing.${tool}`)}
              aria-keyshortcuts={toolKeys[tool]}
              aria-pressed={chosen?.tool === tool}
              tabIndex={tool === first ? 0 : -1}
              title={says}
              onKeyDown={move}
              onClick={() => onChoose(tool)}
            >
              <DrawingIcon of={tool} />
            </button>
          );
        })}
        <span class="drawing-gap" />
        <button
          type="button"
          class="quiet"
          tabIndex={-1}
          aria-label={t('drawing.undo')}
          title={`${t('drawing.undo')} (Ctrl+Z)`}
          onKeyDown={move}
          onClick={onUndo}
        >
          <DrawingIcon of="undo" />
        </button>
        <button
          type="button"
          class="quiet"
          tabIndex={-1}
          aria-label={t('drawing.clear')}
          title={`${t('drawing.clear')} (${t('drawing.deleteKey')})`}
          onKeyDown={move}
          onClick={onClear}
        >
          <DrawingIcon of="clear" />
        </button>
      </div>
      {chosen?.tool === 'text' && (
        <input
          class="drawing-text"
          type="text"
          value={text}
          maxLength={drawingLimits.textChars}
          aria-label={t('drawing.textLabel')}
          placeholder={t('drawing.textLabel')}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
      <span class="drawing-hint hint" role="status">
        {chosen ? t(`drawing.how.${chosen.tool}`) : ''}
      </span>
    </div>
  );
}
