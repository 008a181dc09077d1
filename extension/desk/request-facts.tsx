import { t } from '../../shared/browser/ui/i18n.ts';
import type { Asked } from '../../shared/queue/asked.ts';

/** What a host may know of a request before taking it. */
export function RequestFacts({ request }: { request: Asked }) {
  const { answers, from, note, isHandedOn } = request;
  if (!isHandedOn && !from && answers.length === 0) return null;
  return (
    <dl class="request-facts">
      {isHandedOn && (
        <div>
          <dt>{t('desk.handedOn')}</dt>
          <dd>{note}</dd>
        </div>
      )}
      {from && (
        <div>
          <dt>{t('desk.from')}</dt>
          <dd title={from.url}>{from.title || from.url.replace(/^https?:\/\//, '')}</dd>
        </div>
      )}
      {answers.map(({ field, label, answer }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
