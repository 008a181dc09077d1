import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { customerLack } from './customer-lack.ts';

/** Why nothing can be asked of the customer now, for people; null: it can. */
export function noCustomer({ client, customer, customerOnline }: ConsoleSession): string | null {
  const lack = customerLack(client.state.value, customer.value, customerOnline.value);
  if (lack === 'lack.offline' && client.connection.value.phase !== 'open') return t('trouble.no-relay');
  return lack && t(lack, { name: customer.value?.name ?? '' });
}

/** Why the session itself cannot be changed by this host; null: it can. */
export function notLead({ client, lead }: ConsoleSession): string | null {
  const { phase } = client.state.value;
  if (phase === 'none') return t('lack.connecting');
  if (phase === 'ended') return t('lack.ended');
  return lead.isMine.value ? null : t('lack.leadOnly');
}
