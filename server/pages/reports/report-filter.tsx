import { useId } from 'preact/hooks';
import { t, type TextKey } from './say.ts';

/** As it stands in the page's address: days as `2026-11-30`. */
export interface Filter {
  text: string;
  host: string;
  queue: string;
  from: string;
  to: string;
}
export const noFilter: Filter = { text: '', host: '', queue: '', from: '', to: '' };

const fields: readonly { name: keyof Filter; label: TextKey; type: 'search' | 'date' }[] = [
  { name: 'text', label: 'reports.text', type: 'search' },
  { name: 'host', label: 'reports.host', type: 'search' },
  { name: 'queue', label: 'reports.queue', type: 'search' },
  { name: 'from', label: 'reports.from', type: 'date' },
  { name: 'to', label: 'reports.to', type: 'date' },
];

export function filterOf(query: URLSearchParams): Filter {
  const filter = { ...noFilter };
  for (const { name } of fields) filter[name] = query.get(name) ?? '';
  return filter;
}

export function pageQuery(filter: Filter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** A day is the reader's own, from midnight to midnight. */
export function apiQuery(filter: Filter): URLSearchParams {
  const query = pageQuery(filter);
  const from = dayStart(filter.from, 0);
  const to = dayStart(filter.to, 1);
  query.delete('from');
  query.delete('to');
  if (from !== null) query.set('from', String(from));
  if (to !== null) query.set('to', String(to));
  return query;
}

function dayStart(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return null;
  const start = new Date(year, month - 1, date + later).getTime();
  return start >= 0 ? start : null;
}

/** What is looked for; it counts when it is asked for. */
export function FilterForm({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const id = useId();
  return (
    <form
      class="card filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const query = new URLSearchParams();
        for (const { name } of fields) {
          const value = data.get(name);
          if (typeof value === 'string') query.set(name, value.trim());
        }
        onFilter(filterOf(query));
      }}
    >
      {fields.map(({ name, label, type }) => (
        <div class="field" key={name}>
          <label for={`${id}-${name}`}>{t(label)}</label>
          {type === 'date' ? (
            <input id={`${id}-${name}`} name={name} type="date" defaultValue={filter[name]} />
          ) : (
            <input
              id={`${id}-${name}`}
              name={name}
              type="search"
              maxLength={100}
              defaultValue={filter[name]}
              placeholder={name === 'text' ? t('reports.textHint') : undefined}
            />
          )}
        </div>
      ))}
      <button type="submit" class="primary">
        {t('reports.search')}
      </button>
    </form>
  );
}
