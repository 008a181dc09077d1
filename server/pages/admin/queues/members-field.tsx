import { priorities } from '../../../../shared/queue/queue.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { replaced, without } from '../fields/in-list.ts';
import { NumberField } from '../fields/number-field.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { t } from '../say.ts';
import type { QueuePart } from './queue-part.ts';

/** Which hosts serve a queue: all, or some with a priority each. */
export function MembersField({ queue, hosts, faults, change }: QueuePart) {
  const { members } = queue;
  const nameOf = (id: string) => hosts.find(({ hostId }) => hostId === id)?.name ?? id;
  const others = hosts.filter(
    ({ hostId, isActive }) => isActive && !members?.some((member) => member.hostId === hostId),
  );
  return (
    <SectionCard title={t('service.members')}>
      <RadioList
        label={t('service.members')}
        value={members === null ? 'all' : 'some'}
        options={[
          { value: 'all', text: t('service.allHosts'), hint: t('service.allHostsText') },
          { value: 'some', text: t('service.someHosts'), hint: t('service.someHostsText') },
        ]}
        onChange={(who) => change({ members: who === 'all' ? null : [] })}
      />
      {members !== null && (
        <ul class="members">
          {members.map((member, at) => (
            <li key={member.hostId}>
              <span class="member-name">
                {nameOf(member.hostId)}
                <FaultText faults={faults} where="members" at={at} />
              </span>
              <NumberField
                label={t('service.memberPriority', { name: nameOf(member.hostId) })}
                min={priorities.least}
                max={priorities.most}
                value={member.priority}
                onChange={(priority) => change({ members: replaced(members, at, { ...member, priority }) })}
              />
              <button
                type="button"
                class="quiet"
                aria-label={t('admin.removeNamed', { name: nameOf(member.hostId) })}
                onClick={() => change({ members: without(members, at) })}
              >
                ✕
              </button>
            </li>
          ))}
          {members.length === 0 && <li class="hint">{t('service.nobody')}</li>}
        </ul>
      )}
      {members !== null && others.length > 0 && (
        <SelectField
          label={t('service.addMember')}
          value=""
          options={[
            ['', t('service.addMemberChoose')] as const,
            ...others.map(({ hostId, name }) => [hostId, name] as const),
          ]}
          onChange={(hostId) => {
            if (hostId !== '') change({ members: [...members, { hostId, priority: 0 }] });
          }}
        />
      )}
    </SectionCard>
  );
}
