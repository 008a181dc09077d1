import { t } from '../../../shared/browser/ui/i18n.ts';
import { AskedTool } from '../asked-tool.tsx';
import type { ConsoleSession } from '../console-session.ts';

/** Asks for facts about the customer's computer, and for the log of the shown page. */
export function DetailsTools({ session }: { session: ConsoleSession }) {
  return (
    <div class="tool-row" data-tools="details">
      <h3>{t('details.title')}</h3>
      <AskedTool session={session} tool="system" />
      <AskedTool session={session} tool="page-log" />
      {!session.cobrowse.value && <span class="hint">{t('details.needsPage')}</span>}
    </div>
  );
}
