import { t } from '../../../shared/browser/ui/i18n.ts';
import { AdminDoor } from '../account/admin-door.tsx';
import { policyApi } from './policy-api.ts';
import { PolicyEditor } from './policy-editor.tsx';

/** What hosts see of customers' pages; for the admin. */
export function PrivacyPage() {
  return (
    <AdminDoor title={t('privacy.title')} noAdmin={t('privacy.noAdmin')} read={policyApi.read}>
      {(bearer, policy) => <PolicyEditor bearer={bearer} policy={policy} />}
    </AdminDoor>
  );
}
