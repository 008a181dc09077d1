import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { type WebhookEvent, webhookBodySchema, webhookEvents } from '../../../../shared/protocol/webhooks.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Ticks } from '../fields/ticks.tsx';
import { type TextKey, t } from '../say.ts';
import { supervisionApi } from '../supervision-api.ts';

/** Adds a webhook, and shows its secret this once. */
export function WebhookForm({ bearer, onAdded }: { bearer: string; onAdded: () => void }) {
  const url = useSignal('');
  const events = useSignal<readonly WebhookEvent[]>(webhookEvents);
  const isBusy = useSignal(false);
  const secret = useSignal<string | null>(null);
  const problem = useSignal<TextKey | null>(null);

  async function add() {
    const wanted = webhookEvents.filter((event) => events.value.includes(event));
    const body = v.safeParse(webhookBodySchema, { url: url.value.trim(), events: wanted, isOn: true });
    if (!body.success) return void (problem.value = 'hooks.malformed');
    isBusy.value = true;
    const answer = await supervisionApi.addWebhook(bearer, body.output);
    isBusy.value = false;
    // What is well formed is refused for its address.
    problem.value = answer.ok ? null : answer.why === 'refused' ? 'hooks.address' : 'join.error';
    if (!answer.ok) return undefined;
    secret.value = answer.value.secret;
    url.value = '';
    onAdded();
    return undefined;
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{t('hooks.add')}</h3>
      <TextField
        label={t('hooks.url')}
        hint={t('hooks.urlHint')}
        name="hook-url"
        maxLength={1_000}
        value={url.value}
        onInput={(text) => (url.value = text)}
      />
      <fieldset class="pair">
        <legend class="visually-hidden">{t('hooks.events')}</legend>
        <Ticks all={webhookEvents} chosen={events} labelOf={(event) => event} name="event" />
      </fieldset>
      <p class="problem" role="alert">
        {problem.value && t(problem.value)}
      </p>
      <div class="row">
        <button type="submit" disabled={isBusy.value}>
          {t('hooks.addButton')}
        </button>
      </div>
      {secret.value !== null && (
        <div class="notice" role="status">
          <p>{t('hooks.added')}</p>
          <CopyLine label={t('keys.secret')} text={secret.value} />
        </div>
      )}
    </form>
  );
}
