import { clockTime } from '../../../../shared/browser/ui/i18n.ts';
import type { Supervision } from '../../../../shared/report/supervision.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { lengthText } from './figures-text.ts';

/** Who is being helped now. */
export function SessionTable({ seen: { sessions }, now }: { seen: Supervision; now: number }) {
  return (
    <SectionCard title={t('live.sessions')}>
      {sessions.length === 0 ? (
        <p class="hint">{t('live.noSessions')}</p>
      ) : (
        <div class="scrolls">
          <table class="figures live-sessions">
            <thead>
              <tr>
                <th scope="col">{t('live.customer')}</th>
                <th scope="col">{t('live.host')}</th>
                <th scope="col">{t('live.queue')}</th>
                <th scope="col">{t('live.since')}</th>
                <th scope="col">{t('live.for')}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ sessionId, customer, host, queue, since }) => (
                <tr key={`${sessionId}/${host}`}>
                  <th scope="row">{customer ?? <span class="hint">{t('live.notCome')}</span>}</th>
                  <td class="states">{host}</td>
                  <td class="states">{queue ?? t('live.byNumber')}</td>
                  <td>{clockTime(since)}</td>
                  <td>{lengthText(now - since)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SectionCard>
  );
}
