import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { command } from './command.ts';
import { noCustomer, notLead } from './lack-of.ts';

/** The recording of the session: ask for it, pause it, stop it. */
export function recordingCommands(session: ConsoleSession) {
  const { recording } = session;
  const rule = recording.rule.value;
  const now = recording.now.value;
  const isAsking = recording.isAsking.value && !now;
  const name = session.customer.value?.name ?? '';
  const isSitesOwn = rule?.mode === 'never' || rule?.mode === 'automatic' ? t(`recording.${rule.mode}`) : null;
  const isNow = now ? t('lack.recording') : isAsking ? t('recording.askingNow', { name }) : null;
  const notRecorded = notLead(session) ?? isSitesOwn ?? (now ? null : t('lack.notRecorded'));
  const isPaused = now?.phase === 'paused';
  return {
    begin: command({
      id: 'recording.begin',
      label: t('recording.record'),
      lack: notLead(session) ?? isSitesOwn ?? isNow ?? noCustomer(session),
      run: () => recording.begin(),
    }),
    withdraw: command({
      id: 'recording.withdraw',
      label: t('console.withdraw'),
      lack: isAsking ? null : t('lack.notAsking'),
      run: () => recording.withdraw(),
    }),
    hold: command({
      id: 'recording.hold',
      label: t(isPaused ? 'recording.resume' : 'recording.pause'),
      lack: notRecorded,
      run: () => (isPaused ? recording.resume() : recording.pause()),
    }),
    stop: command({ id: 'recording.stop', label: t('recording.stop'), lack: notRecorded, run: () => recording.stop() }),
  };
}
