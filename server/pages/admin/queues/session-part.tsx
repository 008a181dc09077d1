import { beginnings } from '../../../../shared/queue/queue.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { RadioList } from '../fields/radio-list.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import type { QueuePart } from './queue-part.ts';
import { ToolsTable } from './tools-table.tsx';

/** What a session from this queue begins with, and what hosts may do in it. */
export function SessionPart({ queue, faults, change }: QueuePart) {
  const { begin } = queue;
  const set = (part: Partial<typeof begin>) => change({ begin: { ...begin, ...part } });
  return (
    <div class="columns">
      <SectionCard title={t('begin.title')} hint={t('begin.text')}>
        <RadioList
          label={t('begin.title')}
          value={begin.surface}
          options={beginnings.map((value) => ({ value, text: t(`begin.surface.${value}`) }))}
          onChange={(surface) => set({ surface })}
        />
        {begin.surface !== 'none' && (
          <Tick
            label={t('begin.control')}
            isOn={begin.level === 'control'}
            onChange={(isControl) => set({ level: isControl ? 'control' : 'view' })}
          />
        )}
        <hr />
        <Tick label={t('begin.isCalled')} isOn={begin.isCalled} onChange={(isCalled) => set({ isCalled })} />
        <TextField
          label={t('begin.url')}
          hint={t('begin.urlHint')}
          placeholder="https://"
          value={begin.url ?? ''}
          isWrong={faults.some(({ where }) => where === 'begin')}
          onInput={(url) => set({ url: url.trim() === '' ? null : url.trim() })}
        />
        <FaultText faults={faults} where="begin" />
      </SectionCard>
      <ToolsTable switchedOn={queue.switchedOn} onChange={(switchedOn) => change({ switchedOn })} />
    </div>
  );
}
