import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { handOver, hasExtension, showAssistWindow } from './extension.ts';
import { InPage } from './in-page.tsx';
import { keptSeat } from './kept-seat.ts';

/** A customer's session: in the extension where there is one, else in this page. */
export function SessionHere({ seat, site }: { seat: Seat; site: Site }) {
  const handedOver = useSignal(false);
  useEffect(() => {
    if (!hasExtension.value) return;
    handOver(seat);
    keptSeat.set(null);
    handedOver.value = true;
  }, [seat, hasExtension.value]);

  if (!handedOver.value) return <InPage key={seat.participantId} seat={seat} site={site} />;
  return (
    <div class="page">
      <Brand site={site} />
      <section class="card" role="status">
        <h1>{t('join.inExtension')}</h1>
        <p>{t('join.inExtensionText')}</p>
        <button type="button" onClick={showAssistWindow}>
          {t('join.showWindow')}
        </button>
      </section>
    </div>
  );
}
