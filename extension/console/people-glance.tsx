import { durationText, t } from '../../shared/browser/ui/i18n.ts';
import { LinkStatus } from '../../shared/browser/ui/link-status.tsx';
import type { ConsoleSession } from './console-session.ts';

/** Of everybody in the session: whether they are there, when they were heard of last, and how good the way to them is. */
export function PeopleGlance({ session }: { session: ConsoleSession }) {
  const { client, customer, customerOnline, link, alive, lead } = session;
  if (client.state.value.phase === 'ended') return null;
  const presence = (id: string, isOnline: boolean) => {
    const silent = alive.silentMs(id);
    if (isOnline) return t('console.customerOnline');
    return silent === null ? t('console.customerOffline') : t('glance.offlineFor', { time: durationText(silent) });
  };
  const person = customer.value;
  // While the relay is not reached, nobody knows who is online.
  const isReached = client.connection.value.phase === 'open';
  return (
    <>
      {person && isReached && (
        <span class={`tag ${customerOnline.value ? 'good' : 'warn'}`} data-online={customerOnline.value}>
          {presence(person.id, customerOnline.value)}
        </span>
      )}
      {link.value && <LinkStatus link={link.value} silentMs={person ? alive.silentMs(person.id) : null} />}
      {(isReached ? lead.others.value : []).map(({ id, name }) => {
        const isOnline = client.online.value.has(id);
        return (
          <span key={id} class={`tag ${isOnline ? '' : 'warn'}`} title={t('glance.host')}>
            {name} <span>{presence(id, isOnline)}</span>
          </span>
        );
      })}
    </>
  );
}
