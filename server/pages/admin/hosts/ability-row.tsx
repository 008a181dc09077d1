import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import { ListField } from '../fields/list-field.tsx';
import { t } from '../say.ts';
import { HostConsoles } from './host-consoles.tsx';
import { type Ability, withAbility } from './with-ability.ts';

interface Props {
  host: KnownHost;
  inbound: Inbound;
  change: (part: Partial<Inbound>) => void;
}

const most = 20;
const plain = { skills: [], capacity: null, consoles: null };

/** Skills of one host, how many sessions at a time, and which consoles. */
export function AbilityRow({ host: { hostId, name }, inbound, change }: Props) {
  const ability = inbound.hosts.find((one) => one.hostId === hostId) ?? { ...plain, hostId };
  const { skills, capacity, consoles } = ability;
  const put = (part: Partial<Ability>) => change({ hosts: withAbility(inbound.hosts, { ...ability, ...part }) });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <ListField
          isBare
          label={t('hosts.skillsOf', { name })}
          placeholder={t('service.skillsExample')}
          values={skills}
          onChange={(next) => put({ skills: next })}
        />
      </td>
      <td>
        <select
          aria-label={t('hosts.capacityOf', { name })}
          value={capacity ?? ''}
          onChange={({ currentTarget: { value } }) => put({ capacity: value === '' ? null : Number(value) })}
        >
          <option value="">{t('hosts.asSite', { count: inbound.capacity })}</option>
          {Array.from({ length: most }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1}
            </option>
          ))}
        </select>
      </td>
      <td>
        <HostConsoles name={name} own={consoles} ofSite={inbound.consoles} onChange={(own) => put({ consoles: own })} />
      </td>
    </tr>
  );
}
