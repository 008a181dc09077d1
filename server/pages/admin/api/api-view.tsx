import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { DeliveriesCard } from './deliveries-card.tsx';
import { KeyForm } from './key-form.tsx';
import { KeyTable } from './key-table.tsx';
import { useList } from './use-list.ts';
import { supervisionApi } from '../supervision-api.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookTable } from './webhook-table.tsx';

/** What other programs may do here, and what they are told. All of it holds at once. */
export function ApiView({ bearer }: { bearer: string }) {
  const keys = useList(() => supervisionApi.keys(bearer));
  const webhooks = useList(() => supervisionApi.webhooks(bearer));
  const deliveries = useList(() => supervisionApi.deliveries(bearer));
  return (
    <div class="stack">
      <header>
        <h1>{t('admin.api')}</h1>
        <p class="hint">
          {t('api.text')} <a href="/api-docs">{t('api.docs')}</a>, <a href="/api/openapi.json">{t('api.openapi')}</a>
        </p>
      </header>
      <SectionCard title={t('keys.title')} hint={t('keys.text')}>
        <KeyTable
          keys={keys.items.value}
          revoke={(keyId) => void keys.after(supervisionApi.revokeKey(bearer, keyId))}
        />
        <p class="problem" role="alert">
          {keys.isFailed.value && t('join.error')}
        </p>
        <KeyForm bearer={bearer} onMade={keys.reload} />
      </SectionCard>
      <SectionCard title={t('hooks.title')} hint={t('hooks.text')}>
        <WebhookTable
          webhooks={webhooks.items.value}
          set={(webhookId, body) => void webhooks.after(supervisionApi.setWebhook(bearer, webhookId, body))}
          remove={(webhookId) => void webhooks.after(supervisionApi.removeWebhook(bearer, webhookId))}
        />
        <p class="problem" role="alert">
          {webhooks.isFailed.value && t('join.error')}
        </p>
        <WebhookForm bearer={bearer} onAdded={webhooks.reload} />
      </SectionCard>
      <DeliveriesCard
        deliveries={deliveries.items.value}
        reload={deliveries.reload}
        again={(deliveryId) => void deliveries.after(supervisionApi.sendAgain(bearer, deliveryId))}
      />
    </div>
  );
}
