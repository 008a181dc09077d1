import { ConfirmButton } from '../../shared/browser/ui/confirm-button.tsx';
import { clockTime, t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

export function SessionTools({ session }: { session: ConsoleSession }) {
  const state = session.client.state.value;
  return (
    <div class="tool-row">
      {state.phase !== 'none' && (
        <span class="hint">
          {t('console.started')} {clockTime(state.startedAt)}
        </span>
      )}
      {state.phase === 'open' && (
        <ConfirmButton
          class="danger"
          label={t('console.end')}
          title={t('console.endTitle')}
          text={t('console.endText', { name: session.customer.value?.name ?? t('console.customer') })}
          onConfirm={() => session.end()}
        />
      )}
    </div>
  );
}
