import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { authApi } from '../account/auth-api.ts';
import { SignInForm } from '../account/sign-in-form.tsx';

/** A signed-in host types the code that the extension shows (RFC 8628). */
export function DevicePage() {
  const id = useId();
  const name = useSignal<string | null | 'loading'>('loading');
  const code = useSignal('');
  const said = useSignal<MessageKey | null>(null);
  const load = async () => {
    name.value = await authApi.whoIsSignedIn();
  };
  useEffect(() => {
    document.title = t('signIn.deviceTitle');
    void load();
  }, []);

  const allow = async () => {
    const failure = await authApi.approveDevice(code.value.trim().toUpperCase());
    said.value = failure === null ? 'signIn.deviceDone' : failure === 'wrong' ? 'signIn.deviceWrong' : 'join.offline';
  };

  if (name.value === 'loading') return <p class="page hint">{t('common.loading')}</p>;
  return (
    <div class="page">
      <Brand />
      {name.value === null ? (
        <SignInForm title={t('signIn.deviceTitle')} hint={t('signIn.deviceText')} onSignedIn={() => void load()} />
      ) : (
        <form
          class="card"
          onSubmit={(event) => {
            event.preventDefault();
            void allow();
          }}
        >
          <h1>{t('signIn.deviceTitle')}</h1>
          <div class="field">
            <label for={id}>{t('signIn.deviceCode')}</label>
            <input
              id={id}
              name="code"
              autocomplete="off"
              autocapitalize="characters"
              value={code.value}
              aria-describedby={`${id}-help`}
              onInput={(event) => (code.value = event.currentTarget.value)}
            />
            <p id={`${id}-help`} class="hint">
              {t('signIn.deviceText')}
            </p>
          </div>
          <button type="submit" class="primary">
            {t('signIn.deviceAllow')}
          </button>
          <p role="status" class={said.value === 'signIn.deviceDone' ? '' : 'problem'}>
            {said.value && t(said.value)}
          </p>
        </form>
      )}
    </div>
  );
}
