import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';

/** Asks the customer for a folder, and gives it back. */
export function FolderTools({ session }: { session: ConsoleSession }) {
  const tool = session.tools.of('files').value;
  const name = session.customer.value?.name ?? '';
  const can = session.customer.value?.phase === 'present' && session.customerOnline.value && session.lead.isMine.value;
  const phase = tool?.phase ?? 'off';
  return (
    <div class="tool-row" data-tools="folder">
      <h3>{t('folder.tool')}</h3>
      {phase === 'off' && (
        <button type="button" disabled={!can} onClick={() => session.tools.ask('files')}>
          {t('folder.ask')}
        </button>
      )}
      {tool?.phase === 'off' && tool.last === 'denied' && (
        <span class="hint" role="status">
          {t('folder.refused', { name })}
        </span>
      )}
      {phase === 'requested' && (
        <>
          <span class="tag warn" role="status">
            {t('console.asking', { name })}
          </span>
          <button type="button" onClick={() => session.tools.withdraw('files')}>
            {t('console.withdraw')}
          </button>
        </>
      )}
      {phase === 'on' && (
        <button type="button" onClick={() => session.tools.end('files')}>
          {t('folder.giveBack')}
        </button>
      )}
    </div>
  );
}
