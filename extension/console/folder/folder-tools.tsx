import { t } from '../../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../../shared/browser/ui/tool-row.tsx';
import { AskedTool } from '../asked-tool.tsx';
import type { ConsoleSession } from '../console-session.ts';

/** Asks the customer for a folder, and gives it back. */
export function FolderTools({ session }: { session: ConsoleSession }) {
  const tool = session.tools.of('files').value;
  return (
    <ToolRow title={t('folder.tool')} data-tools="folder">
      <AskedTool session={session} tool="files" />
      {tool?.phase === 'off' && tool.last === 'denied' && (
        <span class="hint" role="status">
          {t('folder.refused', { name: session.customer.value?.name ?? '' })}
        </span>
      )}
    </ToolRow>
  );
}
