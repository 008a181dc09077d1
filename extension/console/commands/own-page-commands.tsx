import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { OfferPage } from '../offer-page.tsx';
import { command } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { noCustomer } from './lack-of.ts';

type Level = 'view' | 'control';

/** The host's own page: offer it to the customer, to see or to control. */
export function ownPageCommands(session: ConsoleSession) {
  const { own, mayOffer } = session;
  const shares = own.shares.value;
  const name = session.customer.value?.name ?? '';
  const phases = { view: shares?.view?.phase ?? 'off', control: shares?.control?.phase ?? 'off' };
  const asking: Level | null = phases.view === 'requested' ? 'view' : phases.control === 'requested' ? 'control' : null;

  /** The page that is shown is the one to be controlled; else one is chosen, for which the browser has to be asked. */
  const begin = async (level: Level) => {
    const page = own.seen.value?.page.value;
    if (phases.view === 'on' && page) return own.offer(level, page.id);
    await own.sharing.askAccess().catch(() => false);
    showDialog((close) =>
      // The customer may leave while the host chooses.
      noCustomer(session) === null ? (
        <OfferPage
          level={level}
          name={name}
          sharing={own.sharing}
          onOffer={(pageId) => {
            own.offer(level, pageId);
            close();
          }}
          onCancel={close}
        />
      ) : null,
    );
  };
  const lackOf = (level: Level): string | null => {
    const gone = noCustomer(session);
    if (gone !== null) return gone;
    if (!mayOffer.value) return t('lack.switchedOff');
    if (phases[level] === 'on') return t('lack.shown');
    return asking && t('console.asking', { name });
  };
  return {
    asking,
    view: command({
      id: 'own-page.view',
      label: t('console.shareView'),
      lack: lackOf('view'),
      run: () => void begin('view'),
    }),
    control: command({
      id: 'own-page.control',
      label: t('console.shareControl'),
      lack: lackOf('control'),
      run: () => void begin('control'),
    }),
    withdraw: command({
      id: 'own-page.withdraw',
      label: t('console.withdraw'),
      lack: asking ? null : t('lack.notAsking'),
      run: () => asking && own.withdraw(asking),
    }),
    stop: command({
      id: 'own-page.stop',
      label: t('assist.stop'),
      lack: own.shown.value ? null : t('lack.notShown'),
      run: () => own.stop(),
    }),
  };
}
