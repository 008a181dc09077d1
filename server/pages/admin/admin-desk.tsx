import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import * as v from 'valibot';
import { filePolicySchema } from '../../../shared/protocol/file-policy.ts';
import type { Inbound } from '../../../shared/queue/inbound.ts';
import { DraftBar } from '../draft/draft-bar.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { ApiView } from './api/api-view.tsx';
import { AuditView } from './audit/audit-view.tsx';
import { brandingProblem } from './branding/branding-problem.ts';
import { BrandingView } from './branding/branding-view.tsx';
import type { Configuration } from './configuration.ts';
import { createSaver } from './create-saver.ts';
import { DataView } from './data/data-view.tsx';
import { draftFaults } from './draft-faults.ts';
import { HostsView } from './hosts/hosts-view.tsx';
import { LiveView } from './live/live-view.tsx';
import { isDrafted, place, renamePlace } from './place.ts';
import { RecordingView } from './recording/recording-view.tsx';
import { QueuesView } from './queues/queues-view.tsx';
import { t } from './say.ts';
import { SideNav } from './side-nav.tsx';
import { SiteView } from './site/site-view.tsx';
import { siteApi, type SiteRead } from './site-api.ts';

interface Props {
  bearer: string;
  read: SiteRead;
  signOut: () => void;
}

/** All parts, on one draft: nothing of it holds before it is saved. */
export function AdminDesk({ bearer, read, signOut }: Props) {
  const saver = useMemo(() => createSaver(read.configuration, siteApi.put(bearer)), []);
  const draft = useDraft(read.configuration, saver.save);
  const hosts = useSignal(read.hosts);
  const hostIds = useComputed(() => new Set(hosts.value.map(({ hostId }) => hostId)));
  const faults = useComputed(() => draftFaults(draft.value.value.inbound, hostIds.value));
  const savedIds = useComputed(() => new Set(draft.saved.value.inbound.queues.map(({ id }) => id)));
  const configuration = draft.value.value;
  const { inbound, branding, recording, files } = configuration;
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

  const change = (part: Partial<Inbound>) => draft.change({ ...configuration, inbound: { ...inbound, ...part } });
  /** What a view has saved by itself is not to be saved again, nor left out of the file. */
  const settle = (part: Partial<Configuration>) => {
    saver.isStored(part);
    draft.settle(part);
  };
  const count = faults.value.length;
  const wrong = brandingProblem(branding);
  const isFilesFaulty = !v.is(filePolicySchema, files);
  const problem =
    count > 0 ? t('admin.faults', { count }) : isFilesFaulty ? t('filePolicy.wrongEnding') : wrong && t(wrong);
  return (
    <div class="admin">
      <SideNav faults={count} signOut={signOut} />
      <div class="admin-main" ref={main} tabIndex={-1}>
        <div class="admin-view" key={draft.epoch.value}>
          {section === 'live' && <LiveView bearer={bearer} onGoal={(goal) => settle({ goal })} />}
          {section === 'queues' && (
            <QueuesView
              inbound={inbound}
              hosts={hosts.value}
              faults={faults.value}
              savedIds={savedIds.value}
              change={change}
            />
          )}
          {section === 'hosts' && <HostsView bearer={bearer} hosts={hosts} inbound={inbound} change={change} />}
          {section === 'branding' && (
            <BrandingView
              branding={branding}
              usualName={read.configuration.branding.name === null ? read.siteName : location.host}
              change={(part) => draft.change({ ...configuration, branding: { ...branding, ...part } })}
            />
          )}
          {section === 'recording' && (
            <RecordingView
              policy={recording}
              queues={inbound.queues}
              hosts={hosts.value}
              change={(part) => draft.change({ ...configuration, recording: { ...recording, ...part } })}
            />
          )}
          {section === 'site' && (
            <SiteView
              configuration={configuration}
              hosts={hosts.value}
              faults={faults.value}
              change={change}
              changeFiles={(part) => draft.change({ ...configuration, files: { ...files, ...part } })}
              onImport={(taken) => draft.replace({ ...configuration, ...taken })}
            />
          )}
          {section === 'data' && <DataView bearer={bearer} onRetention={(retention) => settle({ retention })} />}
          {section === 'api' && <ApiView bearer={bearer} />}
          {section === 'audit' && <AuditView bearer={bearer} />}
        </div>
        {(isDrafted(section) || draft.isChanged.value) && <DraftBar draft={draft} problem={problem} />}
      </div>
    </div>
  );
}
