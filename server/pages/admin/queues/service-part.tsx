import { priorities, strategies } from '../../../../shared/queue/queue.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { ListField } from '../fields/list-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import { EscalationField } from './escalation-field.tsx';
import { MembersField } from './members-field.tsx';
import type { QueuePart } from './queue-part.ts';

/** Who serves a queue, and who of them is offered a request. */
export function ServicePart(part: QueuePart) {
  const { queue, faults, change } = part;
  return (
    <div class="columns">
      <div class="stack">
        <MembersField {...part} />
        <SectionCard title={t('service.skills')} hint={t('service.skillsText')}>
          <ListField
            label={t('service.skills')}
            isBare
            placeholder={t('service.skillsExample')}
            values={queue.skills}
            onChange={(skills) => change({ skills })}
          />
          <FaultText faults={faults} where="skills" />
        </SectionCard>
      </div>
      <div class="stack">
        <SectionCard title={t('service.strategy')}>
          <RadioList
            label={t('service.strategy')}
            value={queue.strategy}
            options={strategies.map((value) => ({
              value,
              text: t(`queue.strategy.${value}`),
              hint: t(`queue.strategyText.${value}`),
            }))}
            onChange={(strategy) => change({ strategy })}
          />
          <Tick
            label={t('service.isChosenByHosts')}
            hint={t('service.isChosenByHostsHint')}
            isOn={queue.isChosenByHosts}
            onChange={(isChosenByHosts) => change({ isChosenByHosts })}
          />
        </SectionCard>
        <SectionCard title={t('service.times')}>
          <div class="pair">
            <NumberField
              label={t('service.acceptWithin')}
              min={5}
              max={600}
              scale={1_000}
              unit={t('admin.seconds')}
              value={queue.acceptWithinMs}
              onChange={(acceptWithinMs) => change({ acceptWithinMs })}
            />
            <NumberField
              label={t('service.wrapUp')}
              min={0}
              max={3_600}
              scale={1_000}
              unit={t('admin.seconds')}
              value={queue.wrapUpMs}
              onChange={(wrapUpMs) => change({ wrapUpMs })}
            />
          </div>
          <NumberField
            label={t('service.priority')}
            hint={t('service.priorityHint')}
            min={priorities.least}
            max={priorities.most}
            value={queue.priority}
            onChange={(priority) => change({ priority })}
          />
          <EscalationField {...part} />
        </SectionCard>
      </div>
    </div>
  );
}
