import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { CopyButton } from '../../../shared/browser/ui/copy-button.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import { customerMessage } from '../../../shared/mail/customer-letter.ts';
import type { Invitation } from '../invitation.ts';
import { smsAddress, whatsAppAddress } from './hand-over-addresses.ts';
import { LanguageField } from './language-field.tsx';

/** Text and link to hand to any messenger. */
export function MessageForm({ invitation }: { invitation: Invitation }) {
  const id = useId();
  const chosen = useSignal(language);
  useEffect(() => void invitation.needLink(), [invitation.link.value === null]);
  const link = invitation.link.value;
  if (link === null) {
    return (
      <p role="status" class={invitation.problem.value ? 'problem' : 'hint'}>
        {invitation.problem.value ?? t('common.loading')}
      </p>
    );
  }
  const text = customerMessage(chosen.value, { ...invitation.words, name: '', link });
  const newTab = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <div class="stack">
      <LanguageField chosen={chosen} />
      <div class="field">
        <label for={id}>{t('invite.text')}</label>
        <textarea id={id} name="message" rows={6} readOnly lang={chosen.value} value={text} />
      </div>
      <div class="row">
        <CopyButton text={text} label={t('invite.text')} says={t('invite.copyText')} />
        <CopyButton text={link} label={t('invite.copyLink')} says={t('invite.copyLink')} />
        {'share' in navigator && (
          // Who closes the system's sheet has shared nothing, and knows it.
          <button type="button" onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            {t('invite.share')}
          </button>
        )}
        <a class="button" href={whatsAppAddress(text)} {...newTab}>
          WhatsApp
        </a>
        <a class="button" href={smsAddress(text)}>
          SMS
        </a>
      </div>
      <p class="hint">{t('invite.oneLink')}</p>
    </div>
  );
}
