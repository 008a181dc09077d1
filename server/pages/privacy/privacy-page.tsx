import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { authApi } from '../account/auth-api.ts';
import { SignInForm } from '../account/sign-in-form.tsx';
import { policyApi } from './policy-api.ts';
import { PolicyEditor } from './policy-editor.tsx';

type View =
  | { kind: 'loading' | 'signed-out' | 'no-admin' | 'failed' }
  | { kind: 'open'; bearer: string; policy: PrivacyPolicy };

/** What hosts see of customers' pages; for the admin. */
export function PrivacyPage() {
  const view = useSignal<View>({ kind: 'loading' });
  const load = async () => {
    const bearer = await authApi.bearer();
    if (bearer === null) return void (view.value = { kind: 'signed-out' });
    const answer = await policyApi.read(bearer);
    view.value = answer.ok ? { kind: 'open', bearer, policy: answer.policy } : { kind: answer.why };
    return undefined;
  };
  useEffect(() => {
    document.title = t('privacy.title');
    void load();
  }, []);

  const now = view.value;
  if (now.kind === 'open') return <PolicyEditor bearer={now.bearer} policy={now.policy} />;
  return (
    <div class="page">
      <Brand />
      {now.kind === 'loading' && <p class="hint">{t('common.loading')}</p>}
      {now.kind === 'signed-out' && (
        <SignInForm title={t('privacy.title')} hint={t('privacy.forAdmins')} onSignedIn={() => void load()} />
      )}
      {now.kind === 'no-admin' && (
        <section class="card">
          <h1>{t('privacy.title')}</h1>
          <p class="problem" role="alert">
            {t('privacy.noAdmin')}
          </p>
          <button type="button" onClick={() => void authApi.signOut().then(load)}>
            {t('popup.signOut')}
          </button>
        </section>
      )}
      {now.kind === 'failed' && (
        <section class="card">
          <p class="problem" role="alert">
            {t('join.offline')}
          </p>
          <button type="button" onClick={() => void load()}>
            {t('common.retry')}
          </button>
        </section>
      )}
    </div>
  );
}
