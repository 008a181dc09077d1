import { byteText } from '../../../shared/browser/files/byte-text.ts';
import { clockTime } from '../../../shared/browser/ui/i18n.ts';
import type { Report } from '../../../shared/protocol/reports.ts';
import { t } from './say.ts';

/** Each file that was published, and each time that it was downloaded. */
export function FileTable({ report: { files } }: { report: Report }) {
  if (files.length === 0) return null;
  return (
    <section class="card table-card">
      <h2>{t('report.files')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.time')}</th>
            <th scope="col">{t('report.files')}</th>
            <th scope="col">{t('report.fileSize')}</th>
            <th scope="col">{t('report.fileBy')}</th>
            <th scope="col">{t('report.fileFor')}</th>
            <th scope="col">{t('report.fileReceived')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ at, by, name, size, to, withdrawnAt, received }, index) => (
            <tr key={index}>
              <td class="when">{clockTime(at)}</td>
              <td>
                {name}
                {withdrawnAt !== null && (
                  <span class="hint"> · {t('report.fileWithdrawn', { time: clockTime(withdrawnAt) })}</span>
                )}
              </td>
              <td>{byteText(size)}</td>
              <td>{by}</td>
              <td>{to === 'all' || to === 'hosts' ? t(`report.fileTo.${to}`) : to}</td>
              <td>
                {received.length === 0 && t('report.fileNotReceived')}
                {received.map((one) => (
                  <p key={one.by}>
                    {one.by}, {clockTime(one.at)}
                    <br />
                    <code class="file-hash">SHA-256 {one.sha256}</code>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
