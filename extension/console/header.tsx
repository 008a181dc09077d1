import type { ComponentChildren } from 'preact';
import { CallButtons } from '../../shared/browser/call/call-buttons.tsx';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import type { StopReason } from '../../shared/browser/link/relay-client.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import { RecordingBadge } from '../../shared/browser/recording/recording-badge.tsx';
import type { ConsoleSession } from './console-session.ts';
import { PeopleGlance } from './people-glance.tsx';

const stopText: Record<StopReason, MessageKey> = {
  'auth.required': 'console.replaced',
  'session.ended': 'console.ended',
  replaced: 'console.replaced',
  aborted: 'console.ended',
};

/** Who is helped, whether they are there, and how good the way to them is. */
export function Header({ session, children }: { session: ConsoleSession; children: ComponentChildren }) {
  const customer = session.customer.value;
  const { client } = session;
  const connection = client.connection.value;
  const isOver = client.state.value.phase === 'ended';
  const trouble = !isOver && connection.phase === 'stopped' ? stopText[connection.reason] : null;
  return (
    <header class="dashboard-head">
      <Brand />
      <h1 title={customer?.name}>{customer?.name ?? t('console.customerNone')}</h1>
      <span class="people">
        <PeopleGlance session={session} />
      </span>
      <RecordingBadge recorded={session.recording} relayNow={() => client.relayNow()} />
      <span role="status">{trouble && <span class="tag bad">{t(trouble)}</span>}</span>
      {!trouble && connection.phase === 'open' && <CallButtons call={session.call} />}
      {children}
    </header>
  );
}
