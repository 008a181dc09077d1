import type { AuditEntry } from '../../../../shared/protocol/audit.ts';
import { dateAndTime } from '../moment.ts';
import { t } from '../say.ts';
import { detailText } from './detail-text.ts';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) return <p class="hint">{t('audit.none')}</p>;
  return (
    <div class="scrolls">
      <table class="figures words audit">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, byName, what, detail, hash }) => (
            <tr key={seq}>
              <td title={`${seq}: ${hash}`}>{dateAndTime(at)}</td>
              <td>{byName}</td>
              <th scope="row">{t(`audit.${what}`)}</th>
              <td class="detail">{detailText(detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
