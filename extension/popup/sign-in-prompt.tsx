import { t } from '../../shared/browser/ui/i18n.ts';
import { showSignIn } from '../platform/windows.ts';

/** Sign-in happens in a window of its own: this popup closes as soon as another window has the focus. */
export function SignInPrompt({ relay }: { relay: string }) {
  return (
    <section class="stack">
      <p class="hint">{new URL(relay).host}</p>
      <button type="button" class="primary" onClick={() => void showSignIn()}>
        {t('popup.signIn')}
      </button>
    </section>
  );
}
