import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { type Command, command } from './command.ts';
import { noCustomer } from './lack-of.ts';

type Level = 'view' | 'control';

/** Cobrowsing: ask to see and to control the customer's page, and give it back. */
export function pageCommands(session: ConsoleSession) {
  const shares = session.shares.value;
  const name = session.customer.value?.name ?? '';
  const gone = noCustomer(session);
  const view = shares?.view?.phase ?? 'off';
  const control = shares?.control?.phase ?? 'off';
  const asking: Level | null = view === 'requested' ? 'view' : control === 'requested' ? 'control' : null;
  const mirror = session.cobrowse.value;
  const seen = session.watched.value?.seen.value;
  const isElsewhere = control === 'on' && seen !== undefined && seen !== null && !seen.mayControl.value;
  const isAsked = asking && t('console.asking', { name });
  const isSeen = view === 'on' ? t('lack.seen') : null;
  const isControlled = control === 'on' ? t('lack.controlled') : null;
  const notSeen = view === 'on' && mirror ? null : t('lack.notSeen');
  const notControlled = control === 'on' && mirror ? null : t('lack.notControlled');
  const go = (where: 'back' | 'forward' | 'reload'): Command =>
    command({
      id: `page.${where}`,
      label: t(`console.${where}`),
      lack: gone ?? notControlled,
      run: () => mirror?.navigate(where),
    });

  return {
    asking,
    isElsewhere,
    view: command({
      id: 'page.view',
      label: t('console.requestView'),
      lack: gone ?? isSeen ?? isAsked,
      run: () => session.request('view'),
    }),
    control: command({
      id: 'page.control',
      label: t('console.requestControl'),
      lack: gone ?? isControlled ?? isAsked,
      run: () => session.request('control'),
    }),
    controlHere: command({
      id: 'page.control-here',
      label: t('console.requestControlHere'),
      lack: gone ?? (isElsewhere ? null : control === 'on' ? t('lack.controlled') : t('lack.notControlled')),
      run: () => session.requestControlHere(),
    }),
    withdraw: command({
      id: 'page.withdraw',
      label: t('console.withdraw'),
      lack: asking ? null : t('lack.notAsking'),
      run: () => asking && session.withdraw(asking),
    }),
    release: command({
      id: 'page.release',
      label: t('console.release'),
      lack: control === 'on' ? null : t('lack.notControlled'),
      run: () => session.release('control'),
    }),
    stop: command({
      id: 'page.stop',
      label: t('console.stopView'),
      lack: view === 'on' ? null : t('lack.notSeen'),
      run: () => session.release('view'),
    }),
    back: go('back'),
    forward: go('forward'),
    reload: go('reload'),
    refresh: command({
      id: 'page.refresh',
      label: t('console.refresh'),
      lack: notSeen,
      run: () => mirror?.refresh(),
    }),
    print: command({
      id: 'page.print',
      label: t('console.print'),
      lack: notSeen,
      run: () => mirror?.print(),
    }),
  };
}
