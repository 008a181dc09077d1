import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { followFeed } from '../../../shared/browser/api/follow-feed.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Site } from '../../../shared/protocol/rest.ts';
import { type WaitingView, waitingViewSchema } from '../../../shared/queue/waiting-view.ts';
import { hasExtension } from '../session/extension.ts';
import { openedFrom } from '../session/opened-from.ts';
import { InstallGuide } from '../session/install-guide.tsx';
import type { KeptRequest } from './kept-request.ts';
import { WaitingRoom } from './waiting-room.tsx';

interface Props {
  request: KeptRequest;
  site: Site;
  onAccepted: (sessionId: string) => void;
  onOver: (why: 'cancelled' | 'gone' | 'closed') => void;
  onCancel: () => void;
}

/** Follows one's own request until a host takes it. */
export function Waits({ request, site, onAccepted, onOver, onCancel }: Props) {
  const view = useSignal<WaitingView | null>(null);
  const isConnected = useSignal(true);

  useEffect(() => {
    const life = new AbortController();
    void followFeed({
      relay: location.origin,
      path: '/api/requests/mine',
      bearer: request.requestToken,
      schema: waitingViewSchema,
      heard(heard) {
        view.value = heard;
        if (heard.phase === 'accepted') onAccepted(heard.sessionId);
        else if (heard.phase === 'over') onOver(heard.why);
        if (heard.phase !== 'waiting') life.abort();
      },
      connected: (isThere) => (isConnected.value = isThere),
      refused: () => onOver('gone'),
      signal: life.signal,
    });
    return () => life.abort();
  }, [request.requestId]);

  if (view.value?.phase !== 'waiting') return <p class="hint">{t('common.loading')}</p>;
  return (
    <>
      <WaitingRoom view={view.value} isConnected={isConnected.value} onCancel={onCancel} />
      {!hasExtension.value && openedFrom === null && <InstallGuide stores={site.stores} />}
      {!hasExtension.value && openedFrom !== null && (
        // The page that has opened this window can be shown without.
        <details class="waiting-ready">
          <summary>{t('waiting.ready')}</summary>
          <InstallGuide stores={site.stores} />
        </details>
      )}
    </>
  );
}
