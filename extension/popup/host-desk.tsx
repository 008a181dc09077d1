import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ApiErrorCode } from '../../shared/browser/api/api-call.ts';
import { clockTime, errorText, t } from '../../shared/browser/ui/i18n.ts';
import { signOut } from '../platform/sign-out.ts';
import { startSession } from '../platform/start-session.ts';
import type { SignIn } from '../platform/store.ts';
import { showConsole } from '../platform/consoles.ts';
import { showDesk } from '../platform/windows.ts';
import { createHostDesk, type HostDesk as Desk } from '../desk/create-host-desk.ts';
import { DeskPanel } from '../desk/desk-panel.tsx';
import { HelpAsked } from '../desk/help-asked.tsx';
import { useOwnSessions } from '../desk/use-own-sessions.ts';

/** A signed-in host: start a session, or go back to one. */
export function HostDesk({ host }: { host: SignIn }) {
  const problem = useSignal<ApiErrorCode | null>(null);
  const desk = useSignal<Desk | null>(null);
  useEffect(() => {
    const life = new AbortController();
    desk.value = createHostDesk({ signIn: host, signal: life.signal });
    return () => life.abort();
  }, [host.relay, host.bearer]);

  const fail = async (code: ApiErrorCode) => {
    problem.value = code;
    if (code === 'auth.required') await signOut();
  };
  const sessions = useOwnSessions(host, (code) => void fail(code));
  const own = sessions.value?.filter(({ invitedBy }) => invitedBy === null);

  const start = async () => {
    const result = await startSession(host);
    if (result.ok) await showConsole(result.value.sessionId);
    else await fail(result.code);
  };

  const hasQueues = desk.value?.view.value?.isOn === true;
  return (
    <>
      <HelpAsked host={host} sessions={sessions.value ?? []} />
      {hasQueues && desk.value && (
        <>
          <DeskPanel desk={desk.value} onAvailable={() => void showDesk()} />
          <button type="button" class="quiet" onClick={() => void showDesk()}>
            {t('desk.window')}
          </button>
        </>
      )}
      <button type="button" class={hasQueues ? '' : 'primary'} onClick={() => void start()}>
        {t('popup.start')}
      </button>
      {problem.value && (
        <p class="problem" role="alert">
          {errorText(problem.value)}
        </p>
      )}
      <h3>{t('popup.sessions')}</h3>
      {own?.length === 0 && <p class="hint">{t('popup.noSessions')}</p>}
      <ul class="sessions">
        {own?.map((session) => (
          <li key={session.sessionId} class="session-row">
            <span>
              <strong>{session.customer ?? t('popup.waitingForCustomer')}</strong>
              <span class="hint">
                {clockTime(session.startedAt)}
                {session.waiting > 0 && ` · ${t('popup.knocking', { count: session.waiting })}`}
              </span>
            </span>
            <button type="button" onClick={() => void showConsole(session.sessionId)}>
              {t('popup.openConsole')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
