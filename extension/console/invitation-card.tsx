import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatSessionNumber } from '../../shared/protocol/session-number.ts';
import { CopyButton } from '../../shared/browser/ui/copy-button.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { Invitation } from './invitation.ts';
import { SpokenNumber } from './invite/spoken-number.tsx';

const minuteMs = 60_000;

/** The address and the number to read aloud. */
export function InvitationCard({ invitation, compact = false }: { invitation: Invitation; compact?: boolean }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const number = invitation.number.value;
  const left = number ? Math.ceil((number.expiresAt - now.value) / minuteMs) : 0;

  return (
    <div class={compact ? 'invitation compact' : 'invitation'}>
      {!compact && <p>{t('console.inviteText')}</p>}
      <div class="row">
        <span class="invitation-address">{invitation.address.replace(/^https?:\/\//, '')}</span>
        <CopyButton text={invitation.address} label={t('console.address')} />
      </div>
      {number && left > 0 ? (
        <div class="row">
          <SpokenNumber digits={number.sessionNumber} />
          <CopyButton text={formatSessionNumber(number.sessionNumber)} label={t('console.number')} />
          <span class="hint">{t('console.numberLeft', { count: left })}</span>
        </div>
      ) : (
        <p class="hint">{t('console.numberGone')}</p>
      )}
      <div class="row">
        <button type="button" class="quiet" onClick={() => invitation.renew()}>
          {t('console.newNumber')}
        </button>
        {invitation.problem.value && (
          <span class="problem" role="alert">
            {invitation.problem.value}
          </span>
        )}
      </div>
    </div>
  );
}
