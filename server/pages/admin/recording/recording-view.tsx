import type { KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Queue } from '../../../../shared/queue/queue.ts';
import type { RecordingPolicy } from '../../../../shared/recording/recording-policy.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { Exceptions } from './exceptions.tsx';
import { RuleField } from './rule-field.tsx';

interface Props {
  policy: RecordingPolicy;
  queues: readonly Pick<Queue, 'id' | 'name'>[];
  hosts: readonly KnownHost[];
  change: (part: Partial<RecordingPolicy>) => void;
}

/** Which sessions are recorded, and whether by themselves. */
export function RecordingView({ policy, queues, hosts, change }: Props) {
  return (
    <div class="stack">
      <h1>{t('admin.recording')}</h1>
      <p class="hint">{t('recordings.text')}</p>
      <SectionCard title={t('recordings.site')} hint={t('recordings.siteHint')}>
        <RuleField
          label={t('recordings.mode')}
          name="site-mode"
          rule={policy.site}
          onChange={(site) => change({ site })}
        />
      </SectionCard>
      <Exceptions
        of="queues"
        known={queues}
        exceptions={policy.queues.map(({ queueId: id, rule }) => ({ id, rule }))}
        onChange={(next) => change({ queues: next.map(({ id: queueId, rule }) => ({ queueId, rule })) })}
      />
      <Exceptions
        of="hosts"
        known={hosts.map(({ hostId: id, name }) => ({ id, name }))}
        exceptions={policy.hosts.map(({ hostId: id, rule }) => ({ id, rule }))}
        onChange={(next) => change({ hosts: next.map(({ id: hostId, rule }) => ({ hostId, rule })) })}
      />
    </div>
  );
}
