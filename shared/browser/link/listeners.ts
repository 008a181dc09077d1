import type { ParticipantId } from '../../protocol/ids.ts';

/** Handlers for what comes from each participant. */
export function createListeners<T>() {
  const handlers = new Map<ParticipantId, Set<(data: T) => void>>();
  return {
    /** Until the signal aborts. */
    listen(from: ParticipantId, handler: (data: T) => void, signal: AbortSignal): void {
      if (signal.aborted) return;
      const all = handlers.get(from) ?? new Set();
      handlers.set(from, all.add(handler));
      signal.addEventListener('abort', () => {
        all.delete(handler);
        if (all.size === 0) handlers.delete(from);
      });
    },
    tell(from: ParticipantId, data: T): void {
      for (const handler of handlers.get(from) ?? []) handler(data);
    },
    none: (): boolean => handlers.size === 0,
  };
}
