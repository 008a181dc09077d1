import { ConfirmButton } from '../../shared/browser/ui/confirm-button.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import type { ConsoleSession } from './console-session.ts';
import type { HandOn } from './hand-on.ts';
import { HandOnTool } from './hand-on-tool.tsx';

/** The session itself: hand it on, pass the lead, leave, end. */
export function SessionTools({ session, handOn }: { session: ConsoleSession; handOn: HandOn }) {
  const { lead } = session;
  const state = session.client.state.value;
  const customer = session.customer.value;
  const isOpen = state.phase === 'open';
  return (
    <ToolRow title={t('console.tabSession')}>
      {isOpen && lead.isMine.value && (
        <>
          {customer?.phase === 'present' && <HandOnTool handOn={handOn} />}
          {lead.helpers.value.map(({ id, name }) => (
            <ConfirmButton
              key={id}
              label={t('handOn.lead', { name })}
              title={t('handOn.lead', { name })}
              text={t('handOn.leadText', { name })}
              onConfirm={() => lead.handOver(id)}
            />
          ))}
        </>
      )}
      <a href={session.reports.own} target="_blank" rel="noreferrer">
        {t('console.report')}
      </a>
      <a href={session.reports.all} target="_blank" rel="noreferrer">
        {t('console.reports')}
      </a>
      <a href={session.reports.recordings} target="_blank" rel="noreferrer">
        {t('common.recordings')}
      </a>
      {isOpen && !lead.isMine.value && (
        <ConfirmButton
          label={t('console.leave')}
          title={t('console.leaveTitle')}
          text={t('console.leaveText')}
          onConfirm={() => lead.leave()}
        />
      )}
      {isOpen && lead.isMine.value && (
        <ConfirmButton
          class="danger"
          label={t('console.end')}
          title={t('console.endTitle')}
          text={t('console.endText', { name: customer?.name ?? t('console.customer') })}
          onConfirm={() => session.end()}
        />
      )}
    </ToolRow>
  );
}
