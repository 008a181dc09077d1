import { Brand } from '../../shared/browser/ui/brand.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { LinkStatus } from '../../shared/browser/ui/link-status.tsx';
import type { ConsoleSession } from './console-session.ts';

/** Who is helped, whether they are there, and how good the way to them is. */
export function Header({ session }: { session: ConsoleSession }) {
  const customer = session.customer.value;
  const online = session.customerOnline.value;
  const link = session.link.value;
  const { client } = session;
  const stopped = client.connection.value === 'stopped';
  const ended = client.state.value.phase === 'ended';
  return (
    <header class="dashboard-head">
      <Brand />
      <h1>{customer?.name ?? t('console.customerNone')}</h1>
      {customer && (
        <span class={`tag ${online ? 'good' : 'warn'}`} data-online={online}>
          {t(online ? 'console.customerOnline' : 'console.customerOffline')}
        </span>
      )}
      {link && <LinkStatus link={link} />}
      <span role="status">
        {!ended && client.connection.value === 'waiting' && <span class="tag bad">{t('console.reconnecting')}</span>}
        {!ended && stopped && client.stopReason.value === 'replaced' && (
          <span class="tag bad">{t('console.replaced')}</span>
        )}
        {!ended && stopped && client.stopReason.value === 'auth.required' && (
          <span class="tag bad">{t('console.signInAgain')}</span>
        )}
      </span>
    </header>
  );
}
