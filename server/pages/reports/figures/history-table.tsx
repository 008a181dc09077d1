import type { Tally } from '../../../../shared/report/tally.ts';
import { t } from '../say.ts';
import { historyColumns } from './history-measures.ts';

interface Props {
  title: string;
  heading: string;
  rows: readonly { key: string; name: string; tally: Tally }[];
  /** Of all rows together; left out: there is one. */
  total?: Tally;
}

/** All measures, a line for each queue or host. */
export function HistoryTable({ title, heading, rows, total }: Props) {
  const cells = (tally: Tally) => historyColumns.map(({ text, value }) => <td key={text}>{value(tally)}</td>);
  return (
    <section class="card table-card" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p class="hint">{t('history.nothing')}</p>
      ) : (
        <table class="history">
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {historyColumns.map(({ text }) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, tally }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells(tally)}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t('history.total')}</th>
                {cells(total)}
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </section>
  );
}
