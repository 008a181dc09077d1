import { toolKeys } from '../../../shared/browser/drawing/drawing-key.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { drawingTools } from '../../../shared/protocol/drawing.ts';
import type { ConsoleSession } from '../console-session.ts';
import { type Command, command } from './command.ts';

/** Pointing and drawing on what is in front. */
export function drawingCommands(session: ConsoleSession): Command[] {
  const drawing = session.drawing.value;
  const chosen = drawing?.chosen.value?.tool ?? null;
  const lack = drawing ? null : t('lack.notSeen');
  return [
    ...drawingTools.map((tool) =>
      command({
        id: `drawing.${tool}`,
        label: t(`drawing.${tool}`),
        lack: lack ?? (tool === chosen ? t('lack.chosen') : null),
        keys: toolKeys[tool].toUpperCase(),
        run: () => drawing?.choose(tool),
      }),
    ),
    command({
      id: 'drawing.away',
      label: t('drawing.away'),
      lack: lack ?? (chosen ? null : t('lack.noTool')),
      keys: 'Esc',
      run: () => drawing?.choose(null),
    }),
    command({ id: 'drawing.undo', label: t('drawing.undo'), lack, keys: 'Ctrl+Z', run: () => drawing?.undo() }),
    command({
      id: 'drawing.clear',
      label: t('drawing.clear'),
      lack,
      keys: t('drawing.deleteKey'),
      run: () => drawing?.clear(),
    }),
  ];
}
