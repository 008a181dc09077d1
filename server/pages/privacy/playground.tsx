import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { PrivacyPolicy } from '../../../shared/protocol/privacy-policy.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { createPolicyPlayer, type PolicyPlayer } from './play-policy.ts';
import samplePage from './sample-page.html?raw';

const sampleAddress = 'https://shop.example/account/orders';
/** So that typing stays smooth. */
const waitMs = 150;

/** The page on one side, what a host would see of it on the other, at each change of either. */
export function Playground({ policy }: { policy: PrivacyPolicy }) {
  const id = useId();
  const page = useRef<HTMLIFrameElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const player = useRef<PolicyPlayer | null>(null);
  const html = useSignal(samplePage);
  const address = useSignal(sampleAddress);
  const outcome = useSignal<ReturnType<PolicyPlayer['play']>>('sent');

  useEffect(() => {
    if (page.current && picture.current) player.current = createPolicyPlayer(page.current, picture.current);
    return () => player.current?.stop();
  }, []);
  useEffect(() => {
    player.current?.load(html.value, address.value);
  }, [html.value, address.value]);
  useEffect(() => {
    const timer = setTimeout(() => (outcome.value = player.current?.play(policy) ?? 'sent'), waitMs);
    return () => clearTimeout(timer);
  }, [policy, html.value, address.value]);

  return (
    <section class="card playground">
      <h2>{t('playground.title')}</h2>
      <p class="hint">{t('playground.text')}</p>
      <div class="playground-pair">
        <figure>
          <figcaption>{t('playground.page')}</figcaption>
          <iframe ref={page} title={t('playground.page')} sandbox="allow-same-origin" />
        </figure>
        <figure>
          <figcaption>{t('playground.picture')}</figcaption>
          <div ref={picture} class="picture" inert hidden={outcome.value !== 'sent'} />
          {outcome.value !== 'sent' && (
            <p class="picture-says" role="status">
              {t(`hidden.${outcome.value}`)} {t('playground.nothing')}
            </p>
          )}
        </figure>
      </div>
      <div class="field">
        <label for={`${id}-address`}>{t('playground.address')}</label>
        <input
          id={`${id}-address`}
          name="address"
          spellcheck={false}
          value={address.value}
          onInput={(event) => (address.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-html`}>{t('playground.html')}</label>
        <textarea
          id={`${id}-html`}
          name="html"
          rows={10}
          spellcheck={false}
          value={html.value}
          onInput={(event) => (html.value = event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <button type="button" onClick={() => (html.value = samplePage)}>
          {t('playground.sample')}
        </button>
      </div>
    </section>
  );
}
