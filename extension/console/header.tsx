import type { ComponentChildren } from 'preact';
import { CallButtons } from '../../shared/browser/call/call-buttons.tsx';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import type { StopReason } from '../../shared/browser/link/relay-client.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import { LinkStatus } from '../../shared/browser/ui/link-status.tsx';
import type { ConsoleSession } from './console-session.ts';

const stopText: Record<StopReason, MessageKey> = {
  'auth.required': 'console.replaced',
  'session.ended': 'console.ended',
  replaced: 'console.replaced',
  aborted: 'console.ended',
};

/** Who is helped, whether they are there, and how good the way to them is. */
export function Header({ session, children }: { session: ConsoleSession; children: ComponentChildren }) {
  const customer = session.customer.value;
  const online = session.customerOnline.value;
  const link = session.link.value;
  const { client } = session;
  const connection = client.connection.value;
  const isOver = client.state.value.phase === 'ended';
  const trouble = isOver
    ? null
    : connection.phase === 'stopped'
      ? stopText[connection.reason]
      : connection.phase === 'waiting'
        ? 'console.reconnecting'
        : null;
  return (
    <header class="dashboard-head">
      <Brand />
      <h1>{customer?.name ?? t('console.customerNone')}</h1>
      {customer && !isOver && (
        <span class={`tag ${online ? 'good' : 'warn'}`} data-online={online}>
          {t(online ? 'console.customerOnline' : 'console.customerOffline')}
        </span>
      )}
      {link && !isOver && <LinkStatus link={link} />}
      <span role="status">{trouble && <span class="tag bad">{t(trouble)}</span>}</span>
      {!trouble && <CallButtons call={session.call} />}
      {children}
    </header>
  );
}
