import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { KnownHost } from '../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import { DraftBar } from '../draft/draft-bar.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { ApiView } from './api/api-view.tsx';
import { AuditView } from './audit/audit-view.tsx';
import { draftFaults } from './draft-faults.ts';
import { HostsView } from './hosts/hosts-view.tsx';
import { LiveView } from './live/live-view.tsx';
import { isDrafted, place, renamePlace } from './place.ts';
import { QueuesView } from './queues/queues-view.tsx';
import { t } from './say.ts';
import { SideNav } from './side-nav.tsx';
import { SiteView } from './site/site-view.tsx';
import { siteApi } from './site-api.ts';

interface Props {
  bearer: string;
  inbound: Inbound;
  hosts: KnownHost[];
  signOut: () => void;
}

/** All parts, on one draft: nothing of it holds before it is saved. */
export function AdminDesk({ bearer, inbound, hosts: first, signOut }: Props) {
  const draft = useDraft(inbound, (next) => siteApi.setInbound(bearer, next));
  const hosts = useSignal(first);
  const faults = useComputed(() => draftFaults(draft.value.value, new Set(hosts.value.map(({ hostId }) => hostId))));
  const savedIds = useComputed(() => new Set(draft.saved.value.queues.map(({ id }) => id)));
  const now = draft.value.value;
  const { section, queueId } = place.value;
  useEffect(() => {
    // Who has set up the site comes to look at it.
    if (location.hash === '' && inbound.isOn) renamePlace('#live');
  }, []);
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The link that led here may be gone; a page of its own would begin at the top, too.
    window.scrollTo(0, 0);
    if (document.activeElement === document.body) main.current?.focus();
  }, [section, queueId === null]);

  const change = (part: Partial<Inbound>) => draft.change({ ...now, ...part });
  const count = faults.value.length;
  return (
    <div class="admin">
      <SideNav faults={count} signOut={signOut} />
      <div class="admin-main" ref={main} tabIndex={-1}>
        <div class="admin-view" key={draft.epoch.value}>
          {section === 'live' && <LiveView bearer={bearer} />}
          {section === 'queues' && (
            <QueuesView
              inbound={now}
              hosts={hosts.value}
              faults={faults.value}
              savedIds={savedIds.value}
              change={change}
            />
          )}
          {section === 'hosts' && <HostsView bearer={bearer} hosts={hosts} inbound={now} change={change} />}
          {section === 'site' && (
            <SiteView inbound={now} hosts={hosts.value} change={change} onImport={draft.replace} />
          )}
          {section === 'api' && <ApiView bearer={bearer} />}
          {section === 'audit' && <AuditView bearer={bearer} />}
        </div>
        {(isDrafted(section) || draft.isChanged.value) && (
          <DraftBar draft={draft} problem={count > 0 ? t('admin.faults', { count }) : null} />
        )}
      </div>
    </div>
  );
}
