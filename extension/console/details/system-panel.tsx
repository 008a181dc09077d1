import { SystemTable } from '../../../shared/browser/details/system-table.tsx';
import type { WatchedDetails } from '../../../shared/browser/details/watched-details.ts';
import { CopyButton } from '../../../shared/browser/ui/copy-button.tsx';
import { clockTime, t } from '../../../shared/browser/ui/i18n.ts';
import { printAlone } from './print-alone.ts';

/** The facts that the customer let be told; to read, copy and print. */
export function SystemPanel({ details }: { details: WatchedDetails }) {
  const report = details.system.value;
  if (!report) return null;
  const text = report.facts.map(({ key, value }) => `${t(`system.${key}`)}: ${value}`).join('\n');
  return (
    <details class="details-panel" open data-print-alone>
      <summary>
        <h2>{t('system.title')}</h2> <span class="hint">{clockTime(report.at)}</span>
      </summary>
      <SystemTable report={report} />
      <p class="row">
        <CopyButton text={text} label={t('common.copy')} />
        <button type="button" onClick={(event) => printAlone(event.currentTarget)}>
          {t('details.print')}
        </button>
      </p>
    </details>
  );
}
