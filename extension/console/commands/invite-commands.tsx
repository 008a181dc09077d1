import type { ComponentChildren } from 'preact';
import { ConfirmDialog } from '../../../shared/browser/ui/confirm-dialog.tsx';
import { DialogFrame } from '../../../shared/browser/ui/dialog-frame.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import type { Invitation } from '../invitation.ts';
import { HostForm } from '../invite/host-form.tsx';
import { MailForm } from '../invite/mail-form.tsx';
import { MessageForm } from '../invite/message-form.tsx';
import { type Command, command } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { notLead } from './lack-of.ts';

/** Who else comes in, and who goes. */
export function inviteCommands(session: ConsoleSession, invitation: Invitation): Command[] {
  const { lead } = session;
  const lack = notLead(session);
  const form = (id: string, label: string, title: string, body: () => ComponentChildren) =>
    command({
      id: `invite.${id}`,
      label,
      lack,
      run: () =>
        showDialog((close) => (
          <DialogFrame title={title} onClose={close}>
            {body()}
          </DialogFrame>
        )),
    });
  return [
    ...session.waiting.value.flatMap(({ id, name }) => [
      command({ id: `admit.${id}`, label: `${t('console.admit')}: ${name}`, run: () => session.admit(id) }),
      command({ id: `refuse.${id}`, label: `${t('console.refuse')}: ${name}`, run: () => session.refuse(id) }),
    ]),
    command({ id: 'invite.number', label: t('console.newNumber'), lack, run: () => invitation.renew() }),
    form('mail', t('invite.mailTitle'), t('invite.mailTitle'), () => <MailForm invitation={invitation} />),
    form('message', t('invite.messageTitle'), t('invite.messageTitle'), () => <MessageForm invitation={invitation} />),
    form('host', t('invite.host'), t('invite.host'), () => <HostForm invitation={invitation} />),
    ...lead.helpers.value.map(({ id, name }) =>
      command({
        id: `remove.${id}`,
        label: t('invite.remove', { name }),
        lack,
        run: () =>
          showDialog((close) => (
            <ConfirmDialog
              label={t('invite.remove', { name })}
              title={t('invite.removeTitle', { name })}
              text={t('invite.removeText', { name })}
              onConfirm={() => lead.remove(id)}
              onClose={close}
            />
          )),
      }),
    ),
  ];
}
