import { formatSessionNumber } from '../../../shared/protocol/session-number.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { HeldSession } from './hold-session.ts';
import type { SessionRow } from './session-row.ts';

/** What a session is called: by its customer, and by its number while nobody has come. */
export function nameOf({ invitation }: HeldSession, { name }: SessionRow): string {
  const number = invitation.number.value;
  return (
    name ??
    (number ? t('console.title', { number: formatSessionNumber(number.sessionNumber) }) : t('console.customerNone'))
  );
}
