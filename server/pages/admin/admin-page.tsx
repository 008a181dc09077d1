import { AdminDoor } from '../account/admin-door.tsx';
import { AdminDesk } from './admin-desk.tsx';
import { siteApi } from './site-api.ts';
import { t } from './say.ts';

/** What the site's admin decides. */
export function AdminPage() {
  return (
    <AdminDoor title={t('admin.title')} noAdmin={t('admin.noAdmin')} read={siteApi.read}>
      {(bearer, read, signOut) => <AdminDesk bearer={bearer} read={read} signOut={signOut} />}
    </AdminDoor>
  );
}
