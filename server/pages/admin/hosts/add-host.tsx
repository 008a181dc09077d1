import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { CopyLine } from '../fields/copy-line.tsx';
import { Tick } from '../fields/tick.tsx';
import { type TextKey, t } from '../say.ts';
import { siteApi } from '../site-api.ts';

interface Added {
  name: string;
  link: string;
}

/** Makes a host; the link goes to them by hand. */
export function AddHost({ bearer, onAdded }: { bearer: string; onAdded: () => void }) {
  const id = useId();
  const email = useSignal('');
  const name = useSignal('');
  const isAdmin = useSignal(false);
  const isBusy = useSignal(false);
  const added = useSignal<Added | null>(null);
  const problem = useSignal<TextKey | null>(null);

  async function add() {
    isBusy.value = true;
    const host = { email: email.value.trim(), name: name.value.trim(), isAdmin: isAdmin.value };
    const answer = await siteApi.addHost(bearer, host);
    isBusy.value = false;
    problem.value = answer.ok ? null : answer.why === 'refused' ? 'hosts.malformed' : 'join.error';
    if (!answer.ok) return;
    added.value = { name: host.name, link: answer.value.link };
    email.value = '';
    name.value = '';
    isAdmin.value = false;
    onAdded();
  }
  return (
    <form
      class="stack add-host"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{t('hosts.add')}</h3>
      <div class="with-button">
        <div class="field">
          <label for={`${id}-name`}>{t('hosts.name')}</label>
          <input
            id={`${id}-name`}
            name="host-name"
            required
            maxLength={60}
            autocomplete="off"
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-email`}>{t('signIn.email')}</label>
          <input
            id={`${id}-email`}
            name="host-email"
            type="email"
            required
            maxLength={200}
            autocomplete="off"
            value={email.value}
            onInput={(event) => (email.value = event.currentTarget.value)}
          />
        </div>
        <button type="submit" disabled={isBusy.value}>
          {t('hosts.addButton')}
        </button>
      </div>
      <Tick label={t('hosts.asAdmin')} isOn={isAdmin.value} onChange={(on) => (isAdmin.value = on)} />
      <p class="problem" role="alert">
        {problem.value && t(problem.value)}
      </p>
      {added.value && (
        <div class="notice" role="status">
          <p>{t('hosts.added', { name: added.value.name })}</p>
          <CopyLine label={t('hosts.link')} text={added.value.link} />
        </div>
      )}
    </form>
  );
}
