import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createQueueApi } from '../../../shared/browser/api/queue-api.ts';
import { Brand } from '../../../shared/browser/ui/brand.tsx';
import { errorText, t } from '../../../shared/browser/ui/i18n.ts';
import type { Seat } from '../../../shared/protocol/rest.ts';
import { keptSeat } from '../session/kept-seat.ts';
import { SessionHere } from '../session/session-here.tsx';
import { useSite } from '../session/use-site.ts';
import { AskFirst } from './ask-first.tsx';
import { type KeptRequest, keptRequest } from './kept-request.ts';
import { Waits } from './waits.tsx';

type Over = 'cancelled' | 'gone' | 'closed';

/** Help from a queue: what it asks, the waiting room, then the session. */
export function HelpPage({ queueId }: { queueId: string }) {
  const api = useMemo(() => createQueueApi(location.origin), []);
  const site = useSite();
  const request = useSignal<KeptRequest | null>(keptRequest.get(queueId));
  const seat = useSignal<Seat | null>(keptSeat.get());
  const over = useSignal<Over | null>(null);

  useEffect(() => {
    document.title = t('help.title');
  }, []);

  const waits = (entered: KeptRequest | null) => {
    keptRequest.set(entered);
    request.value = entered;
  };
  const accepted = (kept: KeptRequest, sessionId: string) => {
    const taken = { sessionId, participantId: kept.requestId, participantToken: kept.requestToken };
    keptSeat.set(taken);
    seat.value = taken;
    waits(null);
  };
  const leave = (kept: KeptRequest) => {
    void api.leave(kept.requestToken);
    waits(null);
    over.value = 'cancelled';
  };

  if (!site.value) return <p class="page hint">{t('common.loading')}</p>;
  if (seat.value) return <SessionHere seat={seat.value} site={site.value} />;
  const kept = request.value;
  return (
    <div class="page">
      <Brand site={site.value} />
      {kept && (
        <Waits
          request={kept}
          site={site.value}
          onAccepted={(sessionId) => accepted(kept, sessionId)}
          onOver={(why) => {
            waits(null);
            over.value = why;
          }}
          onCancel={() => leave(kept)}
        />
      )}
      {!kept && over.value && (
        <section class="card" role="status">
          <h1>{t(`help.over.${over.value}`)}</h1>
          <p>{t(`help.overText.${over.value}`)}</p>
          <button type="button" class="primary" onClick={() => (over.value = null)}>
            {t('help.again')}
          </button>
        </section>
      )}
      {!kept && !over.value && (
        <AskFirst
          api={api}
          queueId={queueId}
          welcomeText={site.value.look.welcomeText}
          errorText={(code, seconds) => (code === 'rate.limited' ? t('join.limited', { seconds }) : errorText(code))}
          onRequested={(requested) => waits({ ...requested, queueId })}
        />
      )}
    </div>
  );
}
