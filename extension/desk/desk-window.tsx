import { t } from '../../shared/browser/ui/i18n.ts';
import type { SignIn } from '../platform/store.ts';
import type { HostDesk } from './create-host-desk.ts';
import { DeskPanel } from './desk-panel.tsx';
import { HelpAsked } from './help-asked.tsx';
import { useOwnSessions } from './use-own-sessions.ts';

/** The desk in a window of its own: what other hosts ask, and what customers ask. */
export function DeskWindow({ host, desk }: { host: SignIn; desk: HostDesk }) {
  // That the relay does not answer, the panel says.
  const sessions = useOwnSessions(host, () => {});
  return (
    <div class="desk-window">
      <h1>{t('desk.title')}</h1>
      <HelpAsked host={host} sessions={sessions.value ?? []} />
      <DeskPanel desk={desk} />
      <p class="hint">{t('desk.keepOpen')}</p>
    </div>
  );
}
