import { ConfirmButton } from '../../../../shared/browser/ui/confirm-button.tsx';
import type { Webhook, WebhookBody } from '../../../../shared/protocol/webhooks.ts';
import { t } from '../say.ts';

interface Props {
  webhooks: readonly Webhook[];
  set: (webhookId: string, body: WebhookBody) => void;
  remove: (webhookId: string) => void;
}

/** Where events are sent. */
export function WebhookTable({ webhooks, set, remove }: Props) {
  if (webhooks.length === 0) return <p class="hint">{t('hooks.none')}</p>;
  return (
    <div class="scrolls">
      <table class="figures words">
        <thead>
          <tr>
            <th scope="col">{t('hooks.url')}</th>
            <th scope="col">{t('hooks.events')}</th>
            <th scope="col">{t('hooks.isOn')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('hooks.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {webhooks.map(({ webhookId, url, events, isOn }) => (
            <tr key={webhookId}>
              <th scope="row" class="address">
                {url}
              </th>
              <td>
                <span class="row">
                  {events.map((event) => (
                    <code key={event} class="tag">
                      {event}
                    </code>
                  ))}
                </span>
              </td>
              <td>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={isOn}
                    aria-label={t('hooks.onNamed', { url })}
                    onChange={({ currentTarget }) => set(webhookId, { url, events, isOn: currentTarget.checked })}
                  />
                </label>
              </td>
              <td>
                <ConfirmButton
                  class="quiet"
                  label={t('hooks.remove')}
                  title={t('hooks.removeTitle')}
                  text={t('hooks.removeText', { url })}
                  onConfirm={() => remove(webhookId)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
