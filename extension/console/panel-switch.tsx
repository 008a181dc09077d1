import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { sidePanelId } from './side-panel.tsx';

/** In a narrow window: opens and closes the panel that has no room beside the surface. */
export function PanelSwitch({ session }: { session: ConsoleSession }) {
  const unread = session.chat.unread.value;
  const files = session.files.fresh.value;
  return (
    <button type="button" class="panel-switch" popovertarget={sidePanelId} title={t('console.panelText')}>
      {t('console.panel')}
      {unread + files > 0 && (
        <span class="session-unread">
          <span aria-hidden="true">{unread + files}</span>
          <span class="visually-hidden">
            {unread > 0 && ` ${t('chat.title')}: ${t('chat.unread', { count: unread })}`}
            {files > 0 && ` ${t('file.title')}: ${t('file.new', { count: files })}`}
          </span>
        </span>
      )}
    </button>
  );
}
