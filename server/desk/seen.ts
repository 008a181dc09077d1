import type { RequestId } from '../../shared/queue/desk-facts.ts';
import type { Deps } from '../deps.ts';

/** Which of those who wait are looking, on this instance. */
export interface Seen {
  /** Returns how to look away. */
  looks(requestId: RequestId): () => void;
  close(): void;
}

export function createSeen({
  deskStore,
  now,
  limits,
  report,
}: Pick<Deps, 'deskStore' | 'now' | 'limits' | 'report'>): Seen {
  const looking = new Map<RequestId, number>();
  const clock = setInterval(() => {
    if (looking.size > 0) deskStore.touchRequests([...looking.keys()], now()).catch(report);
  }, limits.requestSeenMs);

  return {
    looks(requestId) {
      looking.set(requestId, (looking.get(requestId) ?? 0) + 1);
      deskStore.touchRequests([requestId], now()).catch(report);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        const left = (looking.get(requestId) ?? 1) - 1;
        if (left > 0) looking.set(requestId, left);
        else looking.delete(requestId);
      };
    },
    close: () => clearInterval(clock),
  };
}
