import { t } from '../../shared/browser/ui/i18n.ts';
import type { RequestFace } from '../../shared/queue/host-desk.ts';

/** What a host may know of a request before taking it. */
export function RequestFacts({ request }: { request: RequestFace }) {
  const { answers, from, note, isHandedOn } = request;
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
      {answers.map(({ label, answer }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
