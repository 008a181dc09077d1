import { SendClipboard } from '../../../shared/browser/clipboard/send-clipboard.tsx';
import { DialogFrame } from '../../../shared/browser/ui/dialog-frame.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { type Command, command } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { noCustomer } from './lack-of.ts';

/** Texts from clipboard to clipboard, both ways. */
export function clipboardCommands(session: ConsoleSession): Command[] {
  const { clipboard } = session;
  const lack = noCustomer(session) ?? (clipboard.hasWay.value ? null : t('lack.connecting'));
  return [
    command({
      id: 'clipboard.send',
      label: t('clipboard.sendMine'),
      lack,
      run: () =>
        showDialog((close) => (
          <DialogFrame title={t('clipboard.title')} onClose={close}>
            <SendClipboard clipboard={clipboard} says={t('clipboard.sendMine')} isPressed onSent={close} />
          </DialogFrame>
        )),
    }),
    command({ id: 'clipboard.ask', label: t('clipboard.ask'), lack, run: () => clipboard.ask() }),
  ];
}
