import { ConfirmButton } from '../../shared/browser/ui/confirm-button.tsx';
import { DialogButton } from '../../shared/browser/ui/dialog-button.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import type { Invitation } from './invitation.ts';
import { InvitationCard } from './invitation-card.tsx';
import { HostForm } from './invite/host-form.tsx';
import { MailForm } from './invite/mail-form.tsx';
import { MessageForm } from './invite/message-form.tsx';
import type { Lead } from './lead.ts';

/** Who else comes in: the customer by number, mail or message; hosts who help. The lead decides. */
export function InviteTools({ invitation, lead }: { invitation: Invitation; lead: Lead }) {
  if (!lead.isMine.value) return <p class="hint">{t('invite.leadOnly')}</p>;
  return (
    <>
      <ToolRow title={t('console.invite')}>
        <InvitationCard invitation={invitation} compact />
      </ToolRow>
      <ToolRow title={t('invite.byLink')}>
        <DialogButton label={t('invite.mail')} title={t('invite.mailTitle')}>
          {() => <MailForm invitation={invitation} />}
        </DialogButton>
        <DialogButton label={t('invite.message')} title={t('invite.messageTitle')}>
          {() => <MessageForm invitation={invitation} />}
        </DialogButton>
      </ToolRow>
      <ToolRow title={t('invite.helpers')}>
        <DialogButton label={t('invite.host')} title={t('invite.host')}>
          {() => <HostForm invitation={invitation} />}
        </DialogButton>
        {lead.helpers.value.map(({ id, name }) => (
          <ConfirmButton
            key={id}
            label={t('invite.remove', { name })}
            title={t('invite.removeTitle', { name })}
            text={t('invite.removeText', { name })}
            onConfirm={() => lead.remove(id)}
          />
        ))}
      </ToolRow>
    </>
  );
}
