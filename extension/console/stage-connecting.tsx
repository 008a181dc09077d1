import { t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';

/** Nothing is known of the session yet: it is coming, or the relay does not answer. */
export function StageConnecting({ session }: { session: ConsoleSession }) {
  const connection = session.client.connection.value;
  if (connection.phase === 'stopped') {
    return (
      <div class="stage-says" role="status">
        <h2>{t(connection.reason === 'session.ended' ? 'console.ended' : 'console.replaced')}</h2>
        <p>{t('console.endedText')}</p>
      </div>
    );
  }
  return (
    <div class="stage-says" role="status">
      <h2>{t(connection.phase === 'waiting' ? 'trouble.no-relay' : 'common.loading')}</h2>
      {connection.phase === 'waiting' && <p>{t('trouble.no-relay.next')}</p>}
      <progress aria-label={t('common.loading')} />
    </div>
  );
}
