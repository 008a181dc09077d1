import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { authApi } from '../account/auth-api.ts';

const shortest = 12;

/** Opened by a one-time link; its token stands in the fragment, which no server sees. */
export function SetPasswordPage() {
  const id = useId();
  const password = useSignal('');
  const problem = useSignal<MessageKey | null>(null);
  const done = useSignal(false);
  useEffect(() => {
    document.title = t('password.title');
  }, []);

  const submit = async () => {
    if (password.value.length < shortest) return void (problem.value = 'password.short');
    const failure = await authApi.setPassword(location.hash.slice(1), password.value);
    problem.value =
      failure && (failure === 'wrong' ? 'password.badLink' : failure === 'limited' ? 'signIn.limited' : 'join.offline');
    done.value = failure === null;
    return undefined;
  };

  return (
    <div class="page">
      <Brand />
      {done.value ? (
        <section class="card" role="status">
          <h1>{t('password.done')}</h1>
          <a class="button primary" href="/sign-in">
            {t('password.toSignIn')}
          </a>
        </section>
      ) : (
        <form
          class="card"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <h1>{t('password.title')}</h1>
          <div class="field">
            <label for={id}>{t('password.new')}</label>
            <input
              id={id}
              name="password"
              type="password"
              autocomplete="new-password"
              aria-invalid={problem.value !== null}
              aria-describedby={`${id}-help`}
              value={password.value}
              onInput={(event) => (password.value = event.currentTarget.value)}
            />
            <p id={`${id}-help`} class={problem.value ? 'problem' : 'hint'} role={problem.value ? 'alert' : undefined}>
              {t(problem.value ?? 'password.hint')}
            </p>
          </div>
          <button type="submit" class="primary">
            {t('password.submit')}
          </button>
        </form>
      )}
    </div>
  );
}
