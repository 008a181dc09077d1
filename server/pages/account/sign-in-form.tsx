import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import { type AuthFailure, authApi } from './auth-api.ts';

export const failureText: Record<AuthFailure, MessageKey> = {
  wrong: 'signIn.wrong',
  limited: 'signIn.limited',
  unreachable: 'join.offline',
};

/** E-mail and password. */
export function SignInForm({
  title,
  hint,
  onSignedIn,
}: {
  title: string;
  hint: string | null;
  onSignedIn: () => void;
}) {
  const id = useId();
  const email = useSignal('');
  const password = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<AuthFailure | null>(null);

  const submit = async () => {
    busy.value = true;
    problem.value = await authApi.signIn(email.value.trim(), password.value);
    busy.value = false;
    if (!problem.value) onSignedIn();
  };

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{title}</h1>
      {hint && <p class="hint">{hint}</p>}
      <div class="field">
        <label for={`${id}-email`}>{t('signIn.email')}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          required
          autocomplete="username"
          value={email.value}
          onInput={(event) => (email.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-password`}>{t('signIn.password')}</label>
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          required
          autocomplete="current-password"
          aria-invalid={problem.value === 'wrong'}
          aria-describedby={`${id}-problem`}
          value={password.value}
          onInput={(event) => (password.value = event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-problem`} class="problem" role="alert">
        {problem.value && t(failureText[problem.value])}
      </p>
      <button type="submit" class="primary" disabled={busy.value}>
        {t('signIn.submit')}
      </button>
    </form>
  );
}
