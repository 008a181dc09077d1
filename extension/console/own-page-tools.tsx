import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import type { Share } from '../../shared/session/share.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { ownPageCommands } from './commands/own-page-commands.tsx';
import type { ConsoleSession } from './console-session.ts';

/** What became of the last offer, where the host did not end it. */
const ends: Partial<Record<Extract<Share, { phase: 'off' }>['last'], MessageKey>> = {
  denied: 'console.stageDenied',
  'no-answer': 'console.stageNoAnswer',
  released: 'console.ownReleased',
};

/** The host's own page: offer it to the customer, to see or to control. */
export function OwnPageTools({ session }: { session: ConsoleSession }) {
  const shares = session.own.shares.value;
  const name = session.customer.value?.name ?? '';
  const view = shares?.view?.phase ?? 'off';
  const control = shares?.control?.phase ?? 'off';
  const commands = ownPageCommands(session);
  const last = [shares?.control, shares?.view].find((share) => share?.phase === 'off');
  const end = last?.phase === 'off' && !commands.asking && view === 'off' ? ends[last.last] : undefined;

  // All that is left to do stands in the bar of what is shown.
  if (view === 'on' && control === 'on') return null;
  return (
    <ToolRow title={t('console.ownPage')}>
      {view === 'off' && <CommandButton command={commands.view} />}
      {control === 'off' && <CommandButton command={commands.control} />}
      {commands.asking && (
        <>
          <span class="tag warn" role="status">
            {t('console.asking', { name })}
          </span>
          <CommandButton command={commands.withdraw} />
        </>
      )}
      <span role="status">{end && <span class="hint">{t(end, { name })}</span>}</span>
    </ToolRow>
  );
}
