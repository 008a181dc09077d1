import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../../shared/browser/api/unknown-site.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { handOver, hasExtension, showAssistWindow } from './extension.ts';
import { InPage } from './in-page.tsx';
import { JoinForm } from './join-form.tsx';
import { keptSeat } from './kept-seat.ts';

/** Where a customer comes in with a session number; without the extension it is the assist window too. */
export function JoinPage() {
  const seat = useSignal<Seat | null>(keptSeat.get());
  const site = useSignal<Site | null>(null);
  const handedOver = useSignal(false);

  useEffect(() => {
    void createRelayApi(location.origin)
      .site()
      .then((result) => {
        site.value = result.ok ? result.value : unknownSite(location.origin);
        document.title = t('join.title', { site: site.value.name });
      });
  }, []);

  const takeSeat = (taken: Seat) => {
    keptSeat.set(taken);
    seat.value = taken;
  };
  const mine = seat.value;
  useEffect(() => {
    if (!mine || !hasExtension.value) return;
    handOver(mine);
    keptSeat.set(null);
    handedOver.value = true;
  }, [mine, hasExtension.value]);

  if (!site.value) return <p class="page hint">{t('common.loading')}</p>;
  if (handedOver.value) {
    return (
      <div class="page">
        <Brand />
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
  if (mine) return <InPage key={mine.participantId} seat={mine} site={site.value} />;
  return (
    <div class="page">
      <Brand />
      <JoinForm site={site.value} onSeat={takeSeat} />
    </div>
  );
}
