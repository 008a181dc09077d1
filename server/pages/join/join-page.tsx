import { useSignal } from '@preact/signals';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat } from '../../../shared/protocol/rest.ts';
import { readJoinFragment } from '../../../shared/mail/join-link.ts';
import { keptSeat } from '../session/kept-seat.ts';
import { SessionHere } from '../session/session-here.tsx';
import { useSite } from '../session/use-site.ts';
import { JoinForm } from './join-form.tsx';
import { LinkForm } from './link-form.tsx';

/** Where a customer comes in by a link or with a session number; without the extension it is the assist window too. */
export function JoinPage() {
  const invitation = useSignal(readJoinFragment(location.hash));
  // A link is about another session than the one that this tab may know.
  const seat = useSignal<Seat | null>(invitation.value ? null : keptSeat.get());
  const site = useSite((known) => (document.title = t('join.title', { site: known.name })));

  const forgetLink = () => {
    if (!invitation.value) return;
    invitation.value = null;
    // Its secret goes; that a page has opened this window is still to be known after a reload.
    history.replaceState(null, '', location.pathname + location.search);
  };
  const takeSeat = (taken: Seat) => {
    forgetLink();
    keptSeat.set(taken);
    seat.value = taken;
  };

  if (!site.value) return <p class="page hint">{t('common.loading')}</p>;
  if (seat.value) return <SessionHere seat={seat.value} site={site.value} />;
  return (
    <div class="page">
      <Brand site={site.value} />
      {invitation.value ? (
        <LinkForm site={site.value} invitation={invitation.value} onSeat={takeSeat} onNumber={forgetLink} />
      ) : (
        <JoinForm site={site.value} onSeat={takeSeat} />
      )}
    </div>
  );
}
