import { FaultText } from '../fields/fault-text.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { t } from '../say.ts';
import type { QueuePart } from './queue-part.ts';

const minute = 60_000;

/** Where those go on who have waited for too long. */
export function EscalationField({ queue, inbound, faults, change }: QueuePart) {
  const { escalation } = queue;
  const others = inbound.queues.filter(({ id }) => id !== queue.id);
  const [first] = others;
  if (!first && !escalation) return <p class="hint">{t('service.escalationNone')}</p>;
  return (
    <div class="stack">
      <Tick
        label={t('service.escalation')}
        hint={t('service.escalationHint')}
        isOn={escalation !== null}
        onChange={(isOn) => change({ escalation: isOn && first ? { afterMs: 5 * minute, queueId: first.id } : null })}
      />
      {escalation && (
        <div class="pair">
          <NumberField
            label={t('service.escalationAfter')}
            min={1}
            max={24 * 60}
            scale={minute}
            unit={t('admin.minutes')}
            value={escalation.afterMs}
            onChange={(afterMs) => change({ escalation: { ...escalation, afterMs } })}
          />
          <SelectField
            label={t('service.escalationTo')}
            value={escalation.queueId}
            options={others.map(({ id, name }) => [id, name] as const)}
            onChange={(queueId) => change({ escalation: { ...escalation, queueId } })}
          />
        </div>
      )}
      <FaultText faults={faults} where="escalation" />
    </div>
  );
}
