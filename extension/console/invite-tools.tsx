import { ConfirmButton } from '../../shared/browser/ui/confirm-button.tsx';
import { DialogButton } from '../../shared/browser/ui/dialog-button.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
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
    <div class="tool-rows">
      <div class="tool-row">
        <h3>{t('console.invite')}</h3>
        <InvitationCard invitation={invitation} compact />
      </div>
      <div class="tool-group">
        <h3>{t('invite.byLink')}</h3>
        <DialogButton label={t('invite.mail')} title={t('invite.mailTitle')}>
          {() => <MailForm invitation={invitation} />}
        </DialogButton>
        <DialogButton label={t('invite.message')} title={t('invite.messageTitle')}>
          {() => <MessageForm invitation={invitation} />}
        </DialogButton>
      </div>
      <div class="tool-group">
        <h3>{t('invite.helpers')}</h3>
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
      </div>
    </div>
  );
}
