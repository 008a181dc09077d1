import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Answer } from './admin-api.ts';
import { authApi } from './auth-api.ts';
import { SignInForm } from './sign-in-form.tsx';

type View<T> =
  | { kind: 'loading' | 'signed-out' | 'no-admin' | 'refused' | 'failed' }
  | { kind: 'open'; bearer: string; value: T };

interface Props<T> {
  /** Of the page; of its window too. */
  title: string;
  /** For a host without the role. */
  noAdmin: string;
  read: (bearer: string) => Promise<Answer<T>>;
  children: (bearer: string, value: T, signOut: () => void) => ComponentChildren;
}

/** Lets an admin in to a page, with what the page has to read first. */
export function AdminDoor<T>({ title, noAdmin, read, children }: Props<T>) {
  const view = useSignal<View<T>>({ kind: 'loading' });
  const load = async () => {
    const bearer = await authApi.bearer();
    if (bearer === null) return void (view.value = { kind: 'signed-out' });
    const answer = await read(bearer);
    view.value = answer.ok ? { kind: 'open', bearer, value: answer.value } : { kind: answer.why };
    return undefined;
  };
  const signOut = () => void authApi.signOut().then(load);
  useEffect(() => {
    document.title = title;
    void load();
  }, []);

  const now = view.value;
  if (now.kind === 'open') return <>{children(now.bearer, now.value, signOut)}</>;
  return (
    <div class="page">
      <Brand />
      {now.kind === 'loading' && <p class="hint">{t('common.loading')}</p>}
      {now.kind === 'signed-out' && (
        <SignInForm title={title} hint={t('privacy.forAdmins')} onSignedIn={() => void load()} />
      )}
      {now.kind === 'no-admin' && (
        <section class="card">
          <h1>{title}</h1>
          <p class="problem" role="alert">
            {noAdmin}
          </p>
          <button type="button" onClick={signOut}>
            {t('popup.signOut')}
          </button>
        </section>
      )}
      {(now.kind === 'failed' || now.kind === 'refused') && (
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
