import { dateAndTime } from '../moment.ts';
import { t } from '../say.ts';

export interface HeldRow {
  id: string;
  at: number;
  name: string;
  queue: string | null;
  /** Null: it is not counted. */
  facts: number | null;
  /** Why it cannot be erased yet. */
  state: string | null;
}

interface Props {
  title: string;
  rows: readonly HeldRow[];
  chosen: ReadonlySet<string>;
  choose: (id: string, isChosen: boolean) => void;
}

/** What is held, each with a tick. */
export function HeldTable({ title, rows, chosen, choose }: Props) {
  const areCounted = rows.some(({ facts }) => facts !== null);
  return (
    <div class="scrolls">
      <table class="figures words">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('held.when')}</th>
            <th scope="col">{t('held.customer')}</th>
            <th scope="col">{t('held.queue')}</th>
            {areCounted && <th scope="col">{t('held.facts')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, at, name, queue, facts, state }) => {
            const who = name === '' ? t('held.nobody') : name;
            const when = dateAndTime(at);
            return (
              <tr key={id}>
                <td>
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(id)}
                      aria-label={t('held.choose', { name: who, when })}
                      onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                    />
                    {when}
                  </label>
                </td>
                <th scope="row">
                  {who} {state !== null && <span class="tag accent">{state}</span>}
                </th>
                <td>{queue ?? '–'}</td>
                {areCounted && <td>{facts}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
