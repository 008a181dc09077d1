import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../shared/browser/ui/brand.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { browser } from '../platform/browser.ts';
import { onRelayAddressChange } from '../platform/relay-address.ts';
import { signOut } from '../platform/sign-out.ts';
import { store } from '../platform/store.ts';
import { AskForHelp } from './ask-for-help.tsx';
import { HelpedCard } from './helped-card.tsx';
import { HostDesk } from './host-desk.tsx';
import { type PopupFacts, popupFacts } from './popup-facts.ts';
import { RelayForm } from './relay-form.tsx';
import { SignInPrompt } from './sign-in-prompt.tsx';

/** The compact tray of the toolbar: a host's desk, or a customer's Stop. */
export function Popup({ first }: { first: PopupFacts }) {
  const facts = useSignal(first);
  useEffect(() => {
    const closing = new AbortController();
    const load = async () => {
      facts.value = await popupFacts();
    };
    store.signIn.onChange(() => void load(), closing.signal);
    onRelayAddressChange(() => void load(), closing.signal);
    return () => closing.abort();
  }, []);

  const { relay: address, signIn } = facts.value;
  const host = signIn?.relay === address?.origin ? signIn : null;
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
