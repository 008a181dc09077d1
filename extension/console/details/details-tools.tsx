import { t } from '../../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../../shared/browser/ui/tool-row.tsx';
import { AskedTool } from '../asked-tool.tsx';
import type { ConsoleSession } from '../console-session.ts';

/** Asks for facts about the customer's computer, and for the log of the shown page. */
export function DetailsTools({ session }: { session: ConsoleSession }) {
  return (
    <ToolRow
      title={t('details.title')}
      note={session.cobrowse.value ? null : t('details.needsPage')}
      data-tools="details"
    >
      <AskedTool session={session} tool="system" />
      <AskedTool session={session} tool="page-log" />
    </ToolRow>
  );
}
