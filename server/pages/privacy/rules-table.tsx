import { type PrivacyRule, ruleActions } from '../../../shared/protocol/privacy-policy.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { isSelector } from './policy-draft.ts';

interface Props {
  rules: readonly PrivacyRule[];
  onChange: (rules: PrivacyRule[]) => void;
}

/** What to do with which elements on which pages. */
export function RulesTable({ rules, onChange }: Props) {
  const put = (at: number, rule: PrivacyRule) => onChange(rules.map((one, index) => (index === at ? rule : one)));
  const withGlob = ({ selector, do: action }: PrivacyRule, urlGlob: string): PrivacyRule =>
    urlGlob === '' ? { selector, do: action } : { selector, urlGlob, do: action };
  return (
    <section class="card">
      <h2>{t('privacy.rules')}</h2>
      <p class="hint">{t('privacy.rulesText')}</p>
      {rules.length > 0 && (
        <table class="rules">
          <thead>
            <tr>
              <th scope="col">{t('privacy.selector')}</th>
              <th scope="col">{t('privacy.urlGlob')}</th>
              <th scope="col">{t('privacy.do')}</th>
              <th scope="col">
                <span class="visually-hidden">{t('privacy.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, at) => (
              <tr key={at}>
                <td>
                  <input
                    aria-label={t('privacy.selector')}
                    aria-invalid={!isSelector(rule.selector)}
                    spellcheck={false}
                    value={rule.selector}
                    onInput={(event) => put(at, { ...rule, selector: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <input
                    aria-label={t('privacy.urlGlob')}
                    spellcheck={false}
                    placeholder="*"
                    value={rule.urlGlob ?? ''}
                    onInput={(event) => put(at, withGlob(rule, event.currentTarget.value.trim()))}
                  />
                </td>
                <td>
                  <select
                    aria-label={t('privacy.do')}
                    value={rule.do}
                    onChange={(event) => {
                      const action = ruleActions.find((one) => one === event.currentTarget.value);
                      if (action) put(at, { ...rule, do: action });
                    }}
                  >
                    {ruleActions.map((action) => (
                      <option key={action} value={action}>
                        {t(`privacy.do.${action}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <button type="button" class="quiet" onClick={() => onChange(rules.filter((one) => one !== rule))}>
                    {t('privacy.remove')} <span class="visually-hidden">{rule.selector}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="row">
        <button type="button" onClick={() => onChange([...rules, { selector: '', do: 'mask' }])}>
          {t('privacy.addRule')}
        </button>
      </div>
    </section>
  );
}
