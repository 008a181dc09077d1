import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { isExtensionRedirect } from '../../../shared/protocol/extension-identity.ts';
import { authApi } from '../account/auth-api.ts';
import { useSite } from '../session/use-site.ts';
import { SignInForm } from '../account/sign-in-form.tsx';

/** Sign-in; with `#redirect=…&state=…` it ends in the extension with a one-time token. */
export function SignInPage() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const redirect = asked.get('redirect');
  const name = useSignal<string | null | 'loading'>('loading');
  const site = useSite(({ name: siteName }) => (document.title = t('signIn.title', { site: siteName })));
  const failed = useSignal(false);

  const load = async () => {
    name.value = await authApi.whoIsSignedIn();
  };
  useEffect(() => {
    void load();
  }, []);

  const handOver = async () => {
    const token = await authApi.oneTimeToken();
    if (!token || !redirect) return void (failed.value = true);
    const answer = new URL(redirect);
    answer.hash = new URLSearchParams({ token, state: asked.get('state') ?? '' }).toString();
    location.replace(answer);
    return undefined;
  };

  const signedIn = name.value;
  return (
    <div class="page">
      {site.value && <Brand site={site.value} />}
      {redirect !== null && !isExtensionRedirect(redirect) ? (
        <p class="problem" role="alert">
          {t('signIn.badRedirect')}
        </p>
      ) : signedIn === 'loading' ? (
        <p class="hint">{t('common.loading')}</p>
      ) : signedIn === null ? (
        <SignInForm
          title={t('signIn.title', { site: site.value?.name ?? '' })}
          hint={redirect ? t('signIn.toExtension') : null}
          onSignedIn={() => void (redirect ? handOver() : load())}
        />
      ) : (
        <section class="card">
          <h1>{t('signIn.doneAs', { name: signedIn })}</h1>
          {redirect ? (
            <button type="button" class="primary" onClick={() => void handOver()}>
              {t('common.continue')}
            </button>
          ) : (
            <>
              <p>{t('signIn.done')}</p>
              <a href="/admin/privacy">{t('privacy.title')}</a>
            </>
          )}
          {failed.value && (
            <p class="problem" role="alert">
              {t('join.error')}
            </p>
          )}
          <button type="button" class="quiet" onClick={() => void authApi.signOut().then(load)}>
            {t('popup.signOut')}
          </button>
        </section>
      )}
    </div>
  );
}
