import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import * as v from 'valibot';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import { customerLetter, linkPlaceholder } from '../../../shared/mail/customer-letter.ts';
import { plainText } from '../../../shared/mail/letter.ts';
import { mailAddressSchema } from '../../../shared/mail/mail-address.ts';
import type { Invitation } from '../invitation.ts';
import { LanguageField } from './language-field.tsx';
import { mailtoAddress } from './hand-over-addresses.ts';

/** The customer is written to: by the site's mail server, or by the host's own mail program. */
export function MailForm({ invitation }: { invitation: Invitation }) {
  const id = useId();
  const to = useSignal('');
  const name = useSignal('');
  const chosen = useSignal(language);
  const busy = useSignal(false);
  const isWrong = useSignal(false);
  const said = useSignal<{ ok: boolean; text: string } | null>(null);
  const { sendsMail, words, link } = invitation;
  useEffect(() => {
    if (!sendsMail) void invitation.needLink();
  }, [link.value === null]);

  const shownLink = (sendsMail ? null : link.value) ?? linkPlaceholder(chosen.value);
  const letter = customerLetter(chosen.value, { ...words, name: name.value.trim(), link: shownLink });

  const send = async () => {
    said.value = null;
    isWrong.value = !v.is(mailAddressSchema, to.value);
    if (isWrong.value) return;
    busy.value = true;
    const problem = await invitation.mail({ to: to.value.trim(), language: chosen.value, name: name.value.trim() });
    busy.value = false;
    said.value = problem ? { ok: false, text: problem } : { ok: true, text: t('invite.sent', { to: to.value.trim() }) };
  };

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (sendsMail) void send();
      }}
    >
      <div class="field">
        <label for={`${id}-to`}>{t('invite.to')}</label>
        <input
          id={`${id}-to`}
          name="to"
          type="email"
          autocomplete="off"
          maxLength={254}
          aria-invalid={isWrong.value}
          aria-describedby={isWrong.value ? `${id}-wrong` : undefined}
          value={to.value}
          onInput={(event) => {
            to.value = event.currentTarget.value;
            isWrong.value = false;
          }}
        />
        {isWrong.value && (
          <p id={`${id}-wrong`} class="problem" role="alert">
            {t('invite.toWrong')}
          </p>
        )}
      </div>
      <div class="row invite-two">
        <div class="field">
          <label for={`${id}-name`}>{t('invite.name')}</label>
          <input
            id={`${id}-name`}
            name="name"
            autocomplete="off"
            maxLength={60}
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        </div>
        <LanguageField chosen={chosen} />
      </div>
      <section class="letter" aria-label={t('invite.preview')} lang={chosen.value}>
        <strong>{letter.subject}</strong>
        <p>{plainText(letter)}</p>
      </section>
      <div class="row">
        {sendsMail ? (
          <button type="submit" class="primary" disabled={busy.value}>
            {t('invite.send')}
          </button>
        ) : link.value === null ? (
          <button type="button" class="primary" disabled>
            {t('invite.ownMail')}
          </button>
        ) : (
          <a class="button primary" href={mailtoAddress(to.value.trim(), letter)}>
            {t('invite.ownMail')}
          </a>
        )}
        <span role="status" class={said.value?.ok === false ? 'problem' : 'hint'}>
          {said.value?.text ?? invitation.problem.value ?? (sendsMail ? '' : t('invite.noServer'))}
        </span>
      </div>
    </form>
  );
}
