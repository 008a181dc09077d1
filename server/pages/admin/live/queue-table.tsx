import { hostStates, type Supervision } from '../../../../shared/report/supervision.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { queueHref } from '../place.ts';
import { t } from '../say.ts';
import { handlingText, lengthText, levelText, waitText } from './figures-text.ts';

/** Each queue now and today. */
export function QueueTable({ seen, now }: { seen: Supervision; now: number }) {
  const { queues, goalMs } = seen;
  return (
    <SectionCard title={t('live.queues')}>
      {queues.length === 0 ? (
        <p class="hint">{t('live.noQueues')}</p>
      ) : (
        <div class="scrolls">
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{t('live.queue')}</th>
                <th scope="col">{t('live.waiting')}</th>
                <th scope="col">{t('live.longest')}</th>
                <th scope="col">{t('live.offered')}</th>
                <th scope="col" class="states">
                  {t('live.hosts')}
                </th>
                <th scope="col">{t('live.accepted')}</th>
                <th scope="col">{t('live.abandoned')}</th>
                <th scope="col">{t('live.meanWait')}</th>
                <th scope="col">{t('live.meanHandling')}</th>
                <th scope="col">{t('live.level')}</th>
              </tr>
            </thead>
            <tbody>
              {queues.map(({ queueId, name, isOpen, waiting, since, offered, hosts, today }) => (
                <tr key={queueId}>
                  <th scope="row">
                    <a href={queueHref(queueId)}>{name}</a>{' '}
                    <span class={isOpen ? 'tag good' : 'tag'}>{t(isOpen ? 'live.open' : 'live.closed')}</span>
                  </th>
                  <td>{waiting}</td>
                  <td class={since !== null && now - since > goalMs ? 'late' : ''}>
                    {lengthText(since === null ? null : now - since)}
                  </td>
                  <td>{offered}</td>
                  <td class="states">
                    {hostStates
                      .filter((state) => hosts[state] > 0)
                      .map((state) => (
                        <span key={state}>{`${t(`live.state.${state}`)}: ${hosts[state]}`}</span>
                      ))}
                  </td>
                  <td>{today.accepted}</td>
                  <td>{today.abandoned}</td>
                  <td>{waitText(today)}</td>
                  <td>{handlingText(today)}</td>
                  <td>{levelText(today)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SectionCard>
  );
}
