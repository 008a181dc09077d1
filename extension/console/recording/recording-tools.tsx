import { t } from '../../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../../shared/browser/ui/tool-row.tsx';
import { CommandButton } from '../commands/command-button.tsx';
import { recordingCommands } from '../commands/recording-commands.ts';
import type { ConsoleSession } from '../console-session.ts';

/** Record the session: ask, begin, pause, stop. Where the site records by itself there is nothing to press. */
export function RecordingTools({ session }: { session: ConsoleSession }) {
  const { recording, lead } = session;
  const rule = recording.rule.value;
  const now = recording.now.value;
  const customer = session.customer.value;
  const name = customer?.name ?? t('console.customer');
  const commands = recordingCommands(session);
  const isAsking = recording.isAsking.value && !now;
  const tool = session.tools.of('recording').value;
  if (!rule || !lead.isMine.value) return null;

  return (
    <ToolRow title={t('recording.title')} data-tools="recording">
      {rule.mode === 'never' && <span class="hint">{t('recording.never')}</span>}
      {rule.mode === 'automatic' && (
        <span class="hint" role="status">
          {tool?.phase === 'off' && (tool.last === 'denied' || tool.last === 'stopped')
            ? t('recording.without', { name })
            : t('recording.automatic')}
        </span>
      )}
      {rule.mode === 'by-host' && !now && !isAsking && <CommandButton class="primary" command={commands.begin} />}
      {rule.mode === 'by-host' && !now && customer?.phase !== 'present' && (
        <span class="hint">{t('recording.needsCustomer')}</span>
      )}
      {isAsking && (
        <>
          <span class="tag warn" role="status">
            {t('recording.askingNow', { name })}
          </span>
          <CommandButton command={commands.withdraw} />
        </>
      )}
      {now && !now.isAutomatic && (
        <>
          <CommandButton command={commands.hold} />
          <CommandButton command={commands.stop} />
        </>
      )}
    </ToolRow>
  );
}
