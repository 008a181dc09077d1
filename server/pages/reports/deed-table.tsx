import { byteText } from '../../../shared/browser/files/byte-text.ts';
import { deedText } from '../../../shared/browser/folder/deed-text.ts';
import { clockTime } from '../../../shared/browser/ui/i18n.ts';
import type { Report } from '../../../shared/protocol/reports.ts';
import { t } from './say.ts';

/** What was done in folders that people had open to a host. */
export function DeedTable({ report: { deeds } }: { report: Report }) {
  if (deeds.length === 0) return null;
  return (
    <section class="card table-card">
      <h2>{t('report.deeds')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.when')}</th>
            <th scope="col">{t('report.askedOf')}</th>
            <th scope="col">{t('report.deed')}</th>
            <th scope="col">{t('report.deedSize')}</th>
            <th scope="col">{t('report.deedHash')}</th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed, at) => (
            <tr key={at}>
              <td class="when">{clockTime(deed.at)}</td>
              <td>{deed.owner}</td>
              <td>{deedText(deed)}</td>
              <td>{deed.size === null ? '–' : byteText(deed.size)}</td>
              <td>{deed.sha256 === null ? '–' : <code class="hash">{deed.sha256}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
