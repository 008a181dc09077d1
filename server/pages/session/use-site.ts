import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { createRelayApi } from '../../../shared/browser/api/relay-api.ts';
import { unknownSite } from '../../../shared/browser/api/unknown-site.ts';
import { wearAccent } from '../../../shared/browser/ui/accent/wear-accent.ts';
import type { Site } from '../../../shared/protocol/rest.ts';

/** The site behind the page, in whose colour the page is then; null until it is known. `known`: when it is. */
export function useSite(known?: (site: Site) => void): ReadonlySignal<Site | null> {
  const site = useSignal<Site | null>(null);
  useEffect(() => {
    void createRelayApi(location.origin)
      .site()
      .then((answer) => {
        const told = answer.ok ? answer.value : unknownSite(location.origin);
        wearAccent(told.look);
        known?.(told);
        site.value = told;
      });
  }, []);
  return site;
}
