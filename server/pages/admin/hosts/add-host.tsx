import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { createRelayApi } from '../../../../shared/browser/api/relay-api.ts';
import { language, languages } from '../../../../shared/browser/ui/language.ts';
import { type MailLanguage, mailLanguages } from '../../../../shared/mail/mail-address.ts';
import type { HostAdded } from '../../../../shared/protocol/hosts.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { Tick } from '../fields/tick.tsx';
import { type TextKey, t } from '../say.ts';
import { siteApi } from '../site-api.ts';

interface Added extends Pick<HostAdded, 'link' | 'mail'> {
  name: string;
}

const saysAdded = {
  none: 'hosts.added',
  sent: 'hosts.addedMailed',
  failed: 'hosts.addedNotMailed',
} as const satisfies Record<HostAdded['mail'], TextKey>;

/** Makes a host; the link goes to them by the site's mail server, or by hand. */
export function AddHost({ bearer, onAdded }: { bearer: string; onAdded: () => void }) {
  const id = useId();
  const email = useSignal('');
  const name = useSignal('');
  const isAdmin = useSignal(false);
  const sendsMail = useSignal(false);
  const isMailed = useSignal(true);
  const mailLanguage = useSignal<MailLanguage>(language);
  const isBusy = useSignal(false);
  const added = useSignal<Added | null>(null);
  const problem = useSignal<TextKey | null>(null);

  useEffect(() => {
    void createRelayApi(location.origin)
      .site()
      .then((site) => (sendsMail.value = site.ok && site.value.mail));
  }, []);

  async function add() {
    isBusy.value = true;
    const mail = sendsMail.value && isMailed.value ? mailLanguage.value : null;
    const host = { email: email.value.trim(), name: name.value.trim(), isAdmin: isAdmin.value, mail };
    const answer = await siteApi.addHost(bearer, host);
    isBusy.value = false;
    problem.value = answer.ok ? null : answer.why === 'refused' ? 'hosts.malformed' : 'join.error';
    if (!answer.ok) return;
    added.value = { name: host.name, link: answer.value.link, mail: answer.value.mail };
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
      {sendsMail.value && (
        <Tick label={t('hosts.mailed')} isOn={isMailed.value} onChange={(on) => (isMailed.value = on)} />
      )}
      {sendsMail.value && isMailed.value && (
        <SelectField
          label={t('hosts.mailLanguage')}
          value={mailLanguage.value}
          options={mailLanguages.map((one) => [one, languages[one]])}
          onChange={(one) => (mailLanguage.value = one)}
        />
      )}
      <p class="problem" role="alert">
        {problem.value && t(problem.value)}
      </p>
      {added.value && (
        <div class="notice" role="status">
          <p>{t(saysAdded[added.value.mail], { name: added.value.name })}</p>
          {added.value.link !== null && <CopyLine label={t('hosts.link')} text={added.value.link} />}
        </div>
      )}
    </form>
  );
}
