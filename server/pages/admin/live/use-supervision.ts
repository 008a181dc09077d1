import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { followFeed } from '../../../../shared/browser/api/follow-feed.ts';
import { type Supervision, supervisionSchema } from '../../../../shared/report/supervision.ts';

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface Supervised {
  /** Null: nothing has come yet. */
  view: ReadonlySignal<Supervision | null>;
  line: ReadonlySignal<'there' | 'lost' | 'refused'>;
}

/** The site's desk as it is, as long as it is looked at. */
export function useSupervision(bearer: string): Supervised {
  const view = useSignal<Supervision | null>(null);
  const line = useSignal<'there' | 'lost' | 'refused'>('there');
  useEffect(() => {
    const looking = new AbortController();
    void followFeed({
      relay: location.origin,
      path: `/api/supervision?timeZone=${encodeURIComponent(ownTimeZone())}`,
      bearer,
      schema: supervisionSchema,
      heard: (said) => (view.value = said),
      connected: (isThere) => (line.value = isThere ? 'there' : 'lost'),
      refused: () => (line.value = 'refused'),
      signal: looking.signal,
    });
    return () => looking.abort();
  }, [bearer]);
  return { view, line };
}
