import { t } from '../../shared/browser/ui/i18n.ts';
import type { Invitation } from './invitation.ts';
import { InvitationCard } from './invitation-card.tsx';

export function InviteTools({ invitation }: { invitation: Invitation }) {
  return (
    <div class="tool-row">
      <h3>{t('console.invite')}</h3>
      <InvitationCard invitation={invitation} compact />
    </div>
  );
}
