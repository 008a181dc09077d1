import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { sidePanelId } from './side-panel.tsx';

/** In a narrow window: opens and closes the panel that has no room beside the surface. */
export function PanelSwitch({ session }: { session: ConsoleSession }) {
  const fresh = session.chat.unread.value + session.files.fresh.value;
  return (
    <button type="button" class="panel-switch" popovertarget={sidePanelId} title={t('console.panelText')}>
      {t('console.panel')}
      {fresh > 0 && <span class="session-unread">{fresh}</span>}
    </button>
  );
}
