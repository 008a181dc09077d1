import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../../shared/browser/api/unknown-site.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat, Site } from '../../../shared/protocol/rest.ts';
import { keptSeat } from '../session/kept-seat.ts';
import { SessionHere } from '../session/session-here.tsx';
import { JoinForm } from './join-form.tsx';

/** Where a customer comes in with a session number; without the extension it is the assist window too. */
export function JoinPage() {
  const seat = useSignal<Seat | null>(keptSeat.get());
  const site = useSignal<Site | null>(null);

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

  if (!site.value) return <p class="page hint">{t('common.loading')}</p>;
  if (seat.value) return <SessionHere seat={seat.value} site={site.value} />;
  return (
    <div class="page">
      <Brand />
      <JoinForm site={site.value} onSeat={takeSeat} />
    </div>
  );
}
