import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import * as v from 'valibot';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import { mailAddressSchema } from '../../../shared/mail/mail-address.ts';
import type { HostInvitation } from '../../../shared/protocol/invitation.ts';
import type { Invitation } from '../invitation.ts';
import { LanguageField } from './language-field.tsx';

const byAddress = '@';

/** Another host is asked to help: one of the list, or by the address they sign in with. */
export function HostForm({ invitation }: { invitation: Invitation }) {
  const id = useId();
  const { sendsMail, hosts } = invitation;
  const chosen = useSignal('');
  const email = useSignal('');
  const isTold = useSignal(sendsMail);
  const letterLanguage = useSignal(language);
  const busy = useSignal(false);
  const said = useSignal<{ ok: boolean; text: string } | null>(null);
  useEffect(() => void invitation.lookForHosts(), []);
  if (!hosts.value) return <p class="hint">{invitation.problem.value ?? t('common.loading')}</p>;

  const known = hosts.value;
  const who = chosen.value || (known[0]?.hostId ?? byAddress);
  const ask = async () => {
    const isAddress = who === byAddress;
    if (isAddress && !v.is(mailAddressSchema, email.value)) {
      said.value = { ok: false, text: t('invite.toWrong') };
      return;
    }
    const body: HostInvitation = {
      who: isAddress ? { email: email.value.trim() } : { hostId: who },
      mail: isTold.value ? letterLanguage.value : null,
    };
    busy.value = true;
    const problem = await invitation.inviteHost(body);
    busy.value = false;
    said.value = problem ? { ok: false, text: problem } : { ok: true, text: t('invite.hostAsked') };
  };

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <p>{t('invite.hostText')}</p>
      <div class="field">
        <label for={`${id}-who`}>{t('invite.who')}</label>
        <select
          id={`${id}-who`}
          name="who"
          value={who}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
            said.value = null;
          }}
        >
          {known.map(({ hostId, name, availability }) => (
            <option key={hostId} value={hostId}>
              {availability ? t('handOn.host', { name, state: t(`desk.${availability}`) }) : name}
            </option>
          ))}
          <option value={byAddress}>{t('invite.byAddress')}</option>
        </select>
      </div>
      {who === byAddress && (
        <div class="field">
          <label for={`${id}-email`}>{t('invite.hostEmail')}</label>
          <input
            id={`${id}-email`}
            name="email"
            type="email"
            autocomplete="off"
            maxLength={254}
            value={email.value}
            onInput={(event) => (email.value = event.currentTarget.value)}
          />
        </div>
      )}
      {sendsMail && (
        <label class="check">
          <input
            type="checkbox"
            name="told"
            checked={isTold.value}
            onChange={(event) => (isTold.value = event.currentTarget.checked)}
          />
          <span>{t('invite.hostTold')}</span>
        </label>
      )}
      {isTold.value && <LanguageField chosen={letterLanguage} />}
      <div class="row">
        <button type="submit" class="primary" disabled={busy.value}>
          {t('invite.ask')}
        </button>
        <span role="status" class={said.value?.ok === false ? 'problem' : 'hint'}>
          {said.value?.text}
        </span>
      </div>
    </form>
  );
}
