import { useSignal } from '@preact/signals';
import type { ApiErrorCode } from '../../shared/browser/api/api-call.ts';
import { createInvitationApi } from '../../shared/browser/api/invitation-api.ts';
import { errorText, t } from '../../shared/browser/ui/i18n.ts';
import type { OwnSessions } from '../../shared/protocol/rest.ts';
import { comeToHelp } from '../platform/start-session.ts';
import type { SignIn } from '../platform/store.ts';
import { showConsole } from '../platform/consoles.ts';

/** Sessions in which another host asks for help. */
export function HelpAsked({ host, sessions }: { host: SignIn; sessions: OwnSessions }) {
  const problem = useSignal<ApiErrorCode | null>(null);
  const join = async (sessionId: string) => {
    const result = await comeToHelp(host, sessionId);
    if (result.ok) await showConsole(sessionId);
    else problem.value = result.code;
  };
  const asked = sessions.filter(({ invitedBy }) => invitedBy !== null);
  return (
    <div class="help-asked" aria-live="polite">
      {asked.map(({ sessionId, invitedBy, customer }) => (
        <div key={sessionId} class="card">
          <strong>
            {customer
              ? t('invite.asksWith', { by: invitedBy ?? '', name: customer })
              : t('invite.asks', { by: invitedBy ?? '' })}
          </strong>
          <div class="row">
            <button type="button" class="primary" onClick={() => void join(sessionId)}>
              {t('invite.join')}
            </button>
            <button
              type="button"
              onClick={() => void createInvitationApi(host.relay, host.bearer, sessionId).decline()}
            >
              {t('invite.notNow')}
            </button>
          </div>
        </div>
      ))}
      {problem.value && (
        <p class="problem" role="alert">
          {errorText(problem.value)}
        </p>
      )}
    </div>
  );
}
