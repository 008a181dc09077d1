import { ConfirmDialog } from '../../../shared/browser/ui/confirm-dialog.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { screenQualities } from '../../../shared/protocol/media.ts';
import type { ConsoleSession } from '../console-session.ts';
import type { HandOn } from '../hand-on.ts';
import { HandOnDialog } from '../hand-on-dialog.tsx';
import type { HostQuality } from '../host-quality.ts';
import { type Command, command } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { noCustomer, notLead } from './lack-of.ts';

interface Question {
  label: string;
  title: string;
  text: string;
}

const ask = (question: Question, onConfirm: () => void) =>
  showDialog((close) => <ConfirmDialog {...question} onConfirm={onConfirm} onClose={close} />);
const openTab = (address: string) => void window.open(address, '_blank', 'noreferrer');

/** The session itself: hand it on, pass the lead, leave, end; its reports. */
export function caseCommands(session: ConsoleSession, handOn: HandOn): Command[] {
  const { lead, reports } = session;
  const state = session.client.state.value;
  const customer = session.customer.value;
  const lack = notLead(session);
  const leave = { label: t('console.leave'), title: t('console.leaveTitle'), text: t('console.leaveText') };
  const end = {
    label: t('console.end'),
    title: t('console.endTitle'),
    text: t('console.endText', { name: customer?.name ?? t('console.customer') }),
  };
  const isHelping = state.phase === 'open' && !lead.isMine.value;
  return [
    handOn.isWaiting.value
      ? command({ id: 'case.take-back', label: t('handOn.cancel'), run: () => void handOn.takeBack() })
      : command({
          id: 'case.hand-on',
          label: t('handOn.title'),
          lack: lack ?? noCustomer(session) ?? (handOn.targets.value ? null : t('handOn.nobody')),
          run: () => showDialog((close) => <HandOnDialog handOn={handOn} onClose={close} />),
        }),
    ...lead.helpers.value.map(({ id, name }) => {
      const label = t('handOn.lead', { name });
      const question = { label, title: label, text: t('handOn.leadText', { name }) };
      return command({ id: `lead.${id}`, label, lack, run: () => ask(question, () => lead.handOver(id)) });
    }),
    command({
      id: 'case.leave',
      label: leave.label,
      lack: isHelping ? null : t(state.phase === 'open' ? 'lack.leads' : 'lack.ended'),
      run: () => ask(leave, () => lead.leave()),
    }),
    command({ id: 'case.end', label: end.label, lack, run: () => ask(end, () => session.end()) }),
    command({ id: 'case.report', label: t('console.report'), run: () => openTab(reports.own) }),
    command({ id: 'case.reports', label: t('console.reports'), run: () => openTab(reports.all) }),
  ];
}

/** How screens are sent to and from this host. */
export const qualityCommands = (quality: HostQuality): Command[] =>
  screenQualities.map((one) =>
    command({
      id: `quality.${one}`,
      label: t(`quality.${one}`),
      lack: quality.now.value === one ? t('lack.chosen') : null,
      run: () => quality.choose(one),
    }),
  );
