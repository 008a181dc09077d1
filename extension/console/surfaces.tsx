import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ToolsBar } from '../../shared/browser/drawing/tools-bar.tsx';
import { useDrawing } from '../../shared/browser/drawing/use-drawing.ts';
import { useDrawingKeys } from '../../shared/browser/drawing/use-drawing-keys.ts';
import { ScreenView } from '../../shared/browser/screen/screen-view.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { FolderView } from './folder/folder-view.tsx';
import type { Invitation } from './invitation.ts';
import { Stage } from './stage.tsx';

/** The middle of the console: the customer's page, or one of the screens that are shown; the newest comes to the front. */
export function Surfaces({ session, invitation }: { session: ConsoleSession; invitation: Invitation }) {
  const screens = session.screens.watched.value;
  const hasPage = session.stage.value.kind === 'mirror';
  const chosen = useSignal<string>('page');
  const folder = session.folder.grantId.value;
  const newest = screens.at(-1)?.view.grantId ?? 'page';
  useEffect(() => {
    chosen.value = newest;
  }, [newest]);
  useEffect(() => {
    if (folder) chosen.value = 'folder';
  }, [folder]);
  const isFolder = folder !== null && (chosen.value === 'folder' || (!hasPage && screens.length === 0));
  const front = isFolder
    ? null
    : (screens.find(({ view }) => view.grantId === chosen.value) ?? (hasPage ? null : (screens.at(-1) ?? null)));
  const name = session.customer.value?.name ?? '';
  const choices = [
    ...(hasPage ? [{ key: 'page', text: t('console.page') }] : []),
    ...screens.map(({ view, surface }) => ({ key: view.grantId, text: t(`screen.theirs.${surface}`) })),
    ...(folder ? [{ key: 'folder', text: t('folder.tool') }] : []),
  ];
  const tools = useDrawing(hasPage ? session.cobrowse.value : null, front ? session.screens.drawings : null);
  const root = useDrawingKeys<HTMLDivElement>(tools);
  const canDraw = !isFolder && (hasPage || front !== null);
  useEffect(() => {
    session.drawing.value = canDraw ? tools : null;
    return () => {
      if (session.drawing.peek() === tools) session.drawing.value = null;
    };
  }, [canDraw, tools]);
  return (
    <div class="surfaces" ref={root}>
      {choices.length > 1 && (
        <div class="surface-list" role="group" aria-label={t('screen.shownSurfaces', { name })}>
          {choices.map(({ key, text }) => (
            <button
              key={key}
              type="button"
              class="quiet"
              aria-pressed={key === (isFolder ? 'folder' : (front?.view.grantId ?? 'page'))}
              onClick={() => (chosen.value = key)}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      {canDraw && <ToolsBar tools={tools} label={t('drawing.bar', { name })} />}
      {/* The mirror is kept: it would have to be built anew. */}
      <div class="surface" hidden={front !== null || isFolder}>
        <Stage session={session} invitation={invitation} />
      </div>
      {isFolder && (
        <div class="surface">
          <FolderView session={session} />
        </div>
      )}
      {front && (
        <div class="surface">
          <ScreenView
            key={front.view.grantId}
            media={session.media.value}
            screen={front}
            ownerOnline={session.customerOnline.value}
            hands={session.screens.control.hands}
            patches={session.screens.control.patches}
            drawings={session.screens.drawings}
            tools={tools}
            onStop={() => session.screens.release(front.surface, 'view')}
            onStopControl={() => session.screens.release(front.surface, 'control')}
          />
        </div>
      )}
    </div>
  );
}
