import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { chooseLanguage, chosenLanguage, languages } from '../../shared/browser/ui/language.ts';
import { type RelayAddress, relayAddress } from '../platform/relay-address.ts';
import { RelayForm } from '../popup/relay-form.tsx';
import { HiddenSitesCard } from './hidden-sites-card.tsx';
import { ManagerCard } from './manager-card.tsx';

/** Settings: the relay's address, the language, and what is kept. */
export function Options() {
  const id = useId();
  const relay = useSignal<RelayAddress | null | 'loading'>('loading');
  const saved = useSignal(false);
  useEffect(() => {
    document.title = t('options.title');
    void relayAddress().then((address) => (relay.value = address));
  }, []);

  return (
    <div class="page">
      <Brand />
      <h1>{t('options.title')}</h1>
      <section class="card">
        <h2>{t('options.relay')}</h2>
        {relay.value !== 'loading' &&
          (relay.value?.given ? (
            <p>
              {relay.value.origin} <span class="hint">{t('popup.relayManaged')}</span>
            </p>
          ) : (
            <RelayForm initial={relay.value?.origin ?? ''} onSaved={() => (saved.value = true)} />
          ))}
        <p role="status">{saved.value && t('options.saved')}</p>
      </section>
      <section class="card">
        <div class="field">
          <label for={id}>{t('common.language')}</label>
          <select
            id={id}
            value={chosenLanguage() ?? ''}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              chooseLanguage(chosen === 'en' || chosen === 'cs' ? chosen : null);
              location.reload();
            }}
          >
            <option value="">{t('options.languageAuto')}</option>
            {Object.entries(languages).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </section>
      <ManagerCard relay={relay.value === 'loading' ? null : (relay.value?.origin ?? null)} />
      <HiddenSitesCard />
      <section class="card">
        <h2>{t('options.data')}</h2>
        <p class="hint">{t('options.dataText')}</p>
      </section>
    </div>
  );
}
