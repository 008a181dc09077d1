import { useSignal } from '@preact/signals';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import type { Share } from '../../shared/session/share.ts';
import type { ConsoleSession } from './console-session.ts';
import { OfferPage } from './offer-page.tsx';

/** What became of the last offer, where the host did not end it. */
const ends: Partial<Record<Extract<Share, { phase: 'off' }>['last'], MessageKey>> = {
  denied: 'console.stageDenied',
  'no-answer': 'console.stageNoAnswer',
  released: 'console.ownReleased',
};

/** The host's own page: offer it to the customer, to see or to control. */
export function OwnPageTools({ session }: { session: ConsoleSession }) {
  const choosing = useSignal<'view' | 'control' | null>(null);
  const { own } = session;
  const shares = own.shares.value;
  const name = session.customer.value?.name ?? '';
  const can = session.customer.value?.phase === 'present' && session.customerOnline.value && session.mayOffer.value;
  const view = shares?.view?.phase ?? 'off';
  const control = shares?.control?.phase ?? 'off';
  const asking = view === 'requested' ? 'view' : control === 'requested' ? 'control' : null;
  const last = [shares?.control, shares?.view].find((share) => share?.phase === 'off');
  const end = last?.phase === 'off' && !asking && view === 'off' ? ends[last.last] : undefined;

  /** The page that is shown is the one to be controlled; else one is chosen, for which the browser has to be asked. */
  const begin = async (level: 'view' | 'control') => {
    const page = own.seen.value?.page.value;
    if (view === 'on' && page) return own.offer(level, page.id);
    await own.sharing.askAccess().catch(() => false);
    choosing.value = level;
  };
  const button = (level: 'view' | 'control', text: MessageKey) => (
    <button type="button" disabled={!can || asking !== null} onClick={() => void begin(level)}>
      {t(text)}
    </button>
  );

  // All that is left to do stands in the bar of what is shown.
  if (view === 'on' && control === 'on') return null;
  return (
    <div class="tool-row">
      <h3>{t('console.ownPage')}</h3>
      {view === 'off' && button('view', 'console.shareView')}
      {control === 'off' && button('control', 'console.shareControl')}
      {asking && (
        <>
          <span class="tag warn" role="status">
            {t('console.asking', { name })}
          </span>
          <button type="button" onClick={() => own.withdraw(asking)}>
            {t('console.withdraw')}
          </button>
        </>
      )}
      <span role="status">{end && <span class="hint">{t(end, { name })}</span>}</span>
      {choosing.value && can && (
        <OfferPage
          level={choosing.value}
          name={name}
          sharing={own.sharing}
          onOffer={(pageId) => {
            if (choosing.value) own.offer(choosing.value, pageId);
            choosing.value = null;
          }}
          onCancel={() => (choosing.value = null)}
        />
      )}
    </div>
  );
}
