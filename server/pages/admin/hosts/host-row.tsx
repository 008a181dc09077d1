import type { HostChange, KnownHost } from '../../../../shared/protocol/hosts.ts';
import { SelectField } from '../fields/select-field.tsx';
import { t } from '../say.ts';

/** Role and sign-in of one host. */
export function HostRow({ host, onChange }: { host: KnownHost; onChange: (to: HostChange) => void }) {
  const { name, email, isAdmin, isActive } = host;
  return (
    <tr class={isActive ? '' : 'inactive'}>
      <th scope="row">
        {name}
        <span class="hint">{email}</span>
      </th>
      <td>
        <SelectField
          isBare
          label={t('hosts.roleOf', { name })}
          value={isAdmin ? 'admin' : 'host'}
          options={[
            ['host', t('hosts.role.host')],
            ['admin', t('hosts.role.admin')],
          ]}
          onChange={(role) => onChange({ isAdmin: role === 'admin', isActive })}
        />
      </td>
      <td>
        <label class="tick">
          <input
            type="checkbox"
            checked={isActive}
            aria-label={t('hosts.activeNamed', { name })}
            onChange={(event) => onChange({ isAdmin, isActive: event.currentTarget.checked })}
          />
          {t('hosts.active')}
        </label>
      </td>
    </tr>
  );
}
