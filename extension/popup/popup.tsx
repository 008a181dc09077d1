import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { browser } from '../platform/browser.ts';
import { onRelayAddressChange, type RelayAddress, relayAddress } from '../platform/relay-address.ts';
import { signOut } from '../platform/sign-out.ts';
import { type SignIn, store } from '../platform/store.ts';
import { AskForHelp } from './ask-for-help.tsx';
import { HelpedCard } from './helped-card.tsx';
import { HostDesk } from './host-desk.tsx';
import { RelayForm } from './relay-form.tsx';
import { SignInPrompt } from './sign-in-prompt.tsx';

/** The compact tray of the toolbar: a host's desk, or a customer's Stop. */
export function Popup() {
  const relay = useSignal<RelayAddress | null | 'loading'>('loading');
  const signIn = useSignal<SignIn | null>(null);

  const load = async () => {
    signIn.value = await store.signIn.get();
    relay.value = await relayAddress();
  };
  useEffect(() => {
    const closing = new AbortController();
    store.signIn.onChange(() => void load(), closing.signal);
    onRelayAddressChange(() => void load(), closing.signal);
    void load();
    return () => closing.abort();
  }, []);

  const address = relay.value;
  if (address === 'loading') return <p class="hint">{t('common.loading')}</p>;
  const host = signIn.value?.relay === address?.origin ? signIn.value : null;
  return (
    <>
      <header class="popup-head">
        <Brand />
        {host && <span class="hint">{t('popup.signedInAs', { name: host.name })}</span>}
      </header>
      <HelpedCard />
      {!address && <RelayForm />}
      {address && !host && <AskForHelp relay={address.origin} />}
      {address && !host && <SignInPrompt relay={address.origin} />}
      {host && <HostDesk host={host} />}
      <footer class="popup-foot">
        {address && (
          <a href={address.origin} target="_blank" rel="noreferrer">
            {t('popup.join')}
          </a>
        )}
        <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('popup.settings')}
        </button>
        {host && (
          <a href={`${host.relay}/reports`} target="_blank" rel="noreferrer">
            {t('popup.reports')}
          </a>
        )}
        {host && (
          <button type="button" class="quiet" onClick={() => void signOut()}>
            {t('popup.signOut')}
          </button>
        )}
      </footer>
    </>
  );
}
