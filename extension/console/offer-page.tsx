import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { PageChooser } from '../../shared/browser/assist/page-chooser.tsx';
import type { PageChoice, PageList, PageSharing } from '../../shared/browser/assist/page-sharing.ts';
import { t } from '../../shared/browser/ui/i18n.ts';

interface Props {
  level: 'view' | 'control';
  /** The customer's. */
  name: string;
  sharing: PageSharing;
  onOffer: (pageId: number) => void;
  onCancel: () => void;
}

/** Which of the host's pages the customer shall see. Nothing is shown before they allow it. */
export function OfferPage({ level, name, sharing, onOffer, onCancel }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useSignal<PageList | null>(null);
  const page = useSignal<PageChoice | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  /** The page may go to another site while it is shown: the click that offers it asks for that too. */
  const offer = async () => {
    const chosen = page.value;
    if (!chosen) return;
    if (list.value?.complete === false) await sharing.askAccess();
    onOffer(chosen.id);
  };
  const isControl = level === 'control';
  return (
    <dialog ref={dialog} class="offer-page" aria-labelledby={`${id}-title`} onClose={onCancel}>
      <div class="stack">
        <h2 id={`${id}-title`}>{t(isControl ? 'console.offerControl' : 'console.offerView', { name })}</h2>
        <PageChooser sharing={sharing} list={list} chosen={page} />
        <p>{t(isControl ? 'consent.controlWhat' : 'consent.viewWhat', { host: name })}</p>
        <p class="hint">{t('console.offerAsks', { name })}</p>
        <div class="row">
          <button type="button" class="primary" disabled={!page.value} onClick={() => void offer()}>
            {t('console.offerAsk', { name })}
          </button>
          <button type="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
