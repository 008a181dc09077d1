import type { ActivityReport } from '../../report/report-schema.ts';
import { saveFile } from '../ui/save-file.ts';
import { dateText, t } from '../ui/i18n.ts';
import { receiptOf, receiptText } from './receipt-lines.ts';

/** Who has helped and who saw what, from the facts that the customer was told. */
export function ReceiptCard({ report }: { report: ActivityReport }) {
  const receipt = receiptOf(report, dateText(report.startedAt));
  const { title, hosts, shown, files } = receipt;
  return (
    <section class="card receipt">
      <h2>{title}</h2>
      <h3>{t('receipt.hosts')}</h3>
      <ul>
        {hosts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t('receipt.shown')}</h3>
      {shown.length === 0 && <p>{t('receipt.nothing')}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <>
          <h3>{t('receipt.files')}</h3>
          <ul>
            {files.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <button
          type="button"
          onClick={() => saveFile(`beside-${report.sessionId.slice(0, 8)}.txt`, receiptText(receipt), 'text/plain')}
        >
          {t('receipt.save')}
        </button>
      </p>
    </section>
  );
}
