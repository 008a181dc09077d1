import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { browser } from '../platform/browser.ts';
import { relayAddress } from '../platform/relay-address.ts';
import { store } from '../platform/store.ts';
import { signIn, type SignInStep } from './sign-in.ts';

/** A window that stays while the host signs in on the relay's own page. */
export function SignInWindow() {
  const step = useSignal<SignInStep>({ kind: 'working' });

  const begin = async (signal: AbortSignal) => {
    const relay = await relayAddress();
    if (!relay) return void browser.runtime.openOptionsPage();
    step.value = { kind: 'working' };
    for await (const next of signIn(relay.origin, signal)) {
      step.value = next;
      if (next.kind === 'done') await store.signIn.set(next.signIn);
    }
  };
  useEffect(() => {
    const closing = new AbortController();
    document.title = t('popup.signIn');
    void begin(closing.signal);
    return () => closing.abort();
  }, []);

  const now = step.value;
  return (
    <div class="page" aria-live="polite">
      <Brand />
      {now.kind === 'working' && <p>{t('signIn.working')}</p>}
      {now.kind === 'code' && (
        <section class="card">
          <p>{t('signIn.deviceOpen', { address: now.address })}</p>
          <p class="number">{now.code}</p>
        </section>
      )}
      {now.kind === 'done' && (
        <section class="card" role="status">
          <h1>{t('signIn.doneAs', { name: now.signIn.name })}</h1>
          <p>{t('signIn.done')}</p>
        </section>
      )}
      {now.kind === 'failed' && (
        <section class="card">
          <p class="problem" role="alert">
            {now.reason === 'cancelled' ? t('signIn.cancelled') : t('signIn.failed', { reason: now.reason })}
          </p>
          <button type="button" class="primary" onClick={() => location.reload()}>
            {t('signIn.again')}
          </button>
        </section>
      )}
    </div>
  );
}
