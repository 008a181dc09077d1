import { FaultText } from '../fields/fault-text.tsx';
import { ListField } from '../fields/list-field.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import { IdField } from './id-field.tsx';
import type { QueuePart } from './queue-part.ts';

interface Props extends QueuePart {
  setName: (name: string) => void;
  rename: (id: string) => void;
}

/** What a queue is called, and what customers are told while they wait. */
export function GeneralPart({ queue, inbound, faults, change, setName, rename }: Props) {
  const isWrong = (where: keyof typeof queue) => faults.some((fault) => fault.where === where);
  return (
    <div class="columns">
      <SectionCard title={t('queue.about')}>
        <Tick
          label={t('queue.isOn')}
          hint={t('queue.isOnHint')}
          name="is-on"
          isOn={queue.isOn}
          onChange={(isOn) => change({ isOn })}
        />
        <div>
          <TextField
            label={t('queue.name')}
            name="queue-name"
            maxLength={60}
            value={queue.name}
            isWrong={isWrong('name')}
            onInput={setName}
          />
          <FaultText faults={faults} where="name" />
        </div>
        <IdField key={queue.id} id={queue.id} taken={inbound.queues.map(({ id }) => id)} onRename={rename} />
        <TextField
          label={t('queue.description')}
          hint={t('queue.descriptionHint')}
          isLong
          maxLength={500}
          value={queue.description}
          onInput={(description) => change({ description })}
        />
        <div>
          <ListField
            label={t('queue.languages')}
            hint={t('queue.languagesHint')}
            values={queue.languages}
            onChange={(languages) => change({ languages })}
          />
          <FaultText faults={faults} where="languages" />
        </div>
      </SectionCard>
      <SectionCard title={t('queue.waiting')} hint={t('queue.waitingHint')}>
        <Tick
          label={t('queue.isPositionShown')}
          isOn={queue.isPositionShown}
          onChange={(isPositionShown) => change({ isPositionShown })}
        />
        <Tick
          label={t('queue.isEstimateShown')}
          hint={t('queue.isEstimateShownHint')}
          isOn={queue.isEstimateShown}
          onChange={(isEstimateShown) => change({ isEstimateShown })}
        />
        <Tick
          label={t('queue.isHostChosen')}
          isOn={queue.isHostChosen}
          onChange={(isHostChosen) => change({ isHostChosen })}
        />
        <TextField
          label={t('queue.nobodyText')}
          hint={t('queue.textHint')}
          isLong
          maxLength={500}
          value={queue.nobodyText}
          onInput={(nobodyText) => change({ nobodyText })}
        />
        <TextField
          label={t('queue.closedText')}
          hint={t('queue.closedTextHint')}
          isLong
          maxLength={500}
          value={queue.closedText}
          onInput={(closedText) => change({ closedText })}
        />
      </SectionCard>
    </div>
  );
}
