import { useId } from 'preact/hooks';
import type { Rule } from '../../../../shared/queue/rules.ts';
import { SelectField } from '../fields/select-field.tsx';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { knownSkills } from './known-skills.ts';

interface Props extends QueuePart {
  target: Rule['then'];
  onTarget: (target: Rule['then']) => void;
}

const kinds = ['queue', 'host', 'skill'] as const;

/** Where a rule leads. */
export function RuleTarget({ queue, inbound, hosts, target, onTarget }: Props) {
  const id = useId();
  const others = inbound.queues.filter((one) => one.id !== queue.id);
  const empty: Record<(typeof kinds)[number], Rule['then']> = {
    queue: { to: 'queue', queueId: others[0]?.id ?? '' },
    host: { to: 'host', hostId: hosts[0]?.hostId ?? '' },
    skill: { to: 'skill', skill: '' },
  };
  return (
    <>
      <SelectField
        isBare
        label={t('rules.to')}
        name="rule-to"
        value={target.to}
        options={kinds.map((kind) => [kind, t(`rules.to.${kind}`)] as const)}
        onChange={(to) => onTarget(empty[to])}
      />
      {target.to === 'queue' && (
        <SelectField
          isBare
          label={t('rules.to.queue')}
          name="rule-target"
          value={target.queueId}
          options={others.map((one) => [one.id, one.name] as const)}
          onChange={(queueId) => onTarget({ to: 'queue', queueId })}
        />
      )}
      {target.to === 'host' && (
        <SelectField
          isBare
          label={t('rules.to.host')}
          name="rule-target"
          value={target.hostId}
          options={hosts.map(({ hostId, name }) => [hostId, name] as const)}
          onChange={(hostId) => onTarget({ to: 'host', hostId })}
        />
      )}
      {target.to === 'skill' && (
        <>
          <input
            aria-label={t('rules.to.skill')}
            aria-invalid={target.skill.trim() === ''}
            name="rule-target"
            maxLength={40}
            list={`${id}-skills`}
            value={target.skill}
            onInput={(event) => onTarget({ to: 'skill', skill: event.currentTarget.value })}
          />
          <datalist id={`${id}-skills`}>
            {knownSkills(inbound).map((skill) => (
              <option key={skill}>{skill}</option>
            ))}
          </datalist>
        </>
      )}
    </>
  );
}
