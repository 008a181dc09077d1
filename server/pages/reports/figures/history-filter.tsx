import { useId } from 'preact/hooks';
import { SelectField } from '../../admin/fields/select-field.tsx';
import { t } from '../say.ts';

/** Days as date fields give them; '' of queue and host: all. */
export interface HistoryFilter {
  from: string;
  to: string;
  queue: string;
  hostId: string;
}

interface Props {
  filter: HistoryFilter;
  queues: readonly string[];
  hosts: readonly { hostId: string; name: string }[];
  onFilter: (part: Partial<HistoryFilter>) => void;
}

/** Which days, and whose. */
export function HistoryFilterFields({ filter, queues, hosts, onFilter }: Props) {
  const id = useId();
  const date = (name: 'from' | 'to') => (
    <div class="field">
      <label for={`${id}-${name}`}>{t(`history.${name}`)}</label>
      <input
        id={`${id}-${name}`}
        name={`history-${name}`}
        type="date"
        required
        value={filter[name]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onFilter({ [name]: currentTarget.value });
        }}
      />
    </div>
  );
  return (
    <>
      {date('from')}
      {date('to')}
      {queues.length > 0 && (
        <SelectField
          label={t('history.queue')}
          name="history-queue"
          value={filter.queue}
          options={[['', t('history.everyQueue')], ...queues.map((queue) => [queue, queue] as const)]}
          onChange={(queue) => onFilter({ queue })}
        />
      )}
      {hosts.length > 1 && (
        <SelectField
          label={t('history.host')}
          name="history-host"
          value={filter.hostId}
          options={[['', t('history.everyHost')], ...hosts.map(({ hostId, name }) => [hostId, name] as const)]}
          onChange={(hostId) => onFilter({ hostId })}
        />
      )}
    </>
  );
}
