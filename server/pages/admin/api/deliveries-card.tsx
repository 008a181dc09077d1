import type { Delivery } from '../../../../shared/protocol/webhooks.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { dateAndTime } from '../moment.ts';
import { t } from '../say.ts';

const tones = { waiting: 'tag warn', sent: 'tag good', failed: 'tag bad' } as const;

interface Props {
  deliveries: readonly Delivery[];
  reload: () => void;
  again: (deliveryId: string) => void;
}

/** What was sent, and what came of it. */
export function DeliveriesCard({ deliveries, reload, again }: Props) {
  return (
    <SectionCard title={t('hooks.log')} hint={t('hooks.logText')}>
      <div class="row">
        <button type="button" onClick={reload}>
          {t('hooks.refresh')}
        </button>
      </div>
      {deliveries.length === 0 ? (
        <p class="hint">{t('hooks.noLog')}</p>
      ) : (
        <div class="scrolls">
          <table class="figures words deliveries">
            <thead>
              <tr>
                <th scope="col">{t('hooks.when')}</th>
                <th scope="col">{t('hooks.event')}</th>
                <th scope="col">{t('hooks.state')}</th>
                <th scope="col">{t('hooks.tries')}</th>
                <th scope="col">
                  <span class="visually-hidden">{t('hooks.again')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <tr key={delivery.deliveryId}>
                  <th scope="row">{dateAndTime(delivery.madeAt)}</th>
                  <td>
                    <code>{delivery.event}</code>
                  </td>
                  <td>
                    <span class={tones[delivery.state]}>{t(`delivery.${delivery.state}`)}</span>{' '}
                    {delivery.problem && (
                      <span class="hint">
                        {t(`delivery.problem.${delivery.problem}`, { status: delivery.status ?? 0 })}
                      </span>
                    )}
                  </td>
                  <td>{delivery.tries}</td>
                  <td>
                    {delivery.state !== 'waiting' && (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={t('hooks.againNamed', {
                          event: delivery.event,
                          when: dateAndTime(delivery.madeAt),
                        })}
                        onClick={() => again(delivery.deliveryId)}
                      >
                        {t('hooks.again')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SectionCard>
  );
}
