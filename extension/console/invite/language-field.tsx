import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { type Language, languages } from '../../../shared/browser/ui/language.ts';
import { mailLanguages } from '../../../shared/mail/mail-address.ts';

/** In which language somebody is written to. */
export function LanguageField({ chosen }: { chosen: Signal<Language> }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t('invite.language')}</label>
      <select
        id={id}
        name="language"
        value={chosen.value}
        onChange={({ currentTarget: { value } }) => (chosen.value = value === 'cs' ? 'cs' : 'en')}
      >
        {mailLanguages.map((one) => (
          <option key={one} value={one}>
            {languages[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
