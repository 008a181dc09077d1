import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { createRelayApi } from '../../shared/browser/api/relay-api.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { parseRelay } from '../platform/parse-relay.ts';
import { store } from '../platform/store.ts';

/** Asks once for the relay's address and keeps it when a relay answers there. */
export function RelayForm({ initial = '', onSaved }: { initial?: string; onSaved?: () => void }) {
  const id = useId();
  const typed = useSignal(initial);
  const problem = useSignal<string | null>(null);

  const save = async () => {
    const relay = parseRelay(typed.value);
    if (!relay) {
      problem.value = t('options.relayInvalid');
      return;
    }
    if (!(await createRelayApi(relay).site()).ok) {
      problem.value = t('options.relayUnreachable', { relay });
      return;
    }
    problem.value = null;
    await store.relay.set(relay);
    onSaved?.();
  };

  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="field">
        <label for={id}>{t('popup.relayLabel')}</label>
        <input
          id={id}
          name="relay"
          inputMode="url"
          autocomplete="url"
          placeholder="https://help.example.com"
          value={typed.value}
          aria-invalid={problem.value !== null}
          aria-describedby={`${id}-help`}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <p id={`${id}-help`} class={problem.value ? 'problem' : 'hint'} role={problem.value ? 'alert' : undefined}>
          {problem.value ?? t('popup.relayHelp')}
        </p>
      </div>
      <button type="submit" class="primary">
        {t('common.continue')}
      </button>
    </form>
  );
}
