import { useSignal } from '@preact/signals';
import type { Answers } from '../../../../shared/queue/form.ts';
import { route } from '../../../../shared/queue/route.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { AnswersForm } from '../form/answers-form.tsx';
import type { QueuePart } from '../queues/queue-part.ts';
import { t } from '../say.ts';
import { DryRunStep } from './dry-run-step.tsx';

/** Sample answers, and where the rules of the draft take them, step by step. */
export function DryRun({ queue, inbound, hosts }: QueuePart) {
  const answers = useSignal<Answers>({});
  if (queue.form.length === 0) return null;
  const way = route(inbound, queue.id, answers.value);
  const nameOf = (id: string) => inbound.queues.find((one) => one.id === id)?.name ?? id;
  const hostName = hosts.find(({ hostId }) => hostId === way.hostId)?.name ?? way.hostId;
  return (
    <SectionCard title={t('dryRun.title')} hint={t('dryRun.text')}>
      <div class="preview">
        <AnswersForm
          form={queue.form}
          isNameAsked={false}
          answers={answers.value}
          onChange={(next) => (answers.value = next)}
        />
      </div>
      <div role="status" class="dry-run">
        <ol>
          {way.steps.map((step) => (
            <DryRunStep key={step.queueId} step={step} inbound={inbound} />
          ))}
        </ol>
        <p class="landing">
          <span class="hint">{t('dryRun.lands')}</span>
          <strong>{nameOf(way.queueId)}</strong>
          {way.hostId !== null && <span class="tag good">{t('dryRun.host', { name: hostName ?? '' })}</span>}
          {way.skills.map((skill) => (
            <span key={skill} class="tag good">
              {t('dryRun.skill', { skill })}
            </span>
          ))}
        </p>
      </div>
    </SectionCard>
  );
}
