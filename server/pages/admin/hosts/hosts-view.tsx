import { type Signal, useSignal } from '@preact/signals';
import type { HostChange, KnownHost } from '../../../../shared/protocol/hosts.ts';
import type { Inbound } from '../../../../shared/queue/inbound.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { type TextKey, t } from '../say.ts';
import { siteApi } from '../site-api.ts';
import { AddHost } from './add-host.tsx';
import { AbilityRow } from './ability-row.tsx';
import { HostRow } from './host-row.tsx';

interface Props {
  bearer: string;
  hosts: Signal<KnownHost[]>;
  inbound: Inbound;
  change: (part: Partial<Inbound>) => void;
}

/** Who may sign in, which holds at once; and what each can do, which is part of the draft. */
export function HostsView({ bearer, hosts, inbound, change }: Props) {
  const problem = useSignal<TextKey | null>(null);
  const reload = async () => {
    const answer = await siteApi.hosts(bearer);
    if (answer.ok) hosts.value = answer.value;
  };
  const put = async (hostId: string, to: HostChange) => {
    const answer = await siteApi.changeHost(bearer, hostId, to);
    problem.value = answer.ok ? null : answer.why === 'refused' ? 'hosts.oneself' : 'join.error';
    await reload();
  };
  return (
    <div class="stack">
      <header>
        <h1>{t('admin.hosts')}</h1>
        <p class="hint">{t('hosts.text')}</p>
      </header>
      <SectionCard title={t('hosts.people')} hint={t('hosts.peopleText')}>
        <div class="scrolls">
          <table class="hosts">
            <thead>
              <tr>
                <th scope="col">{t('hosts.name')}</th>
                <th scope="col">{t('hosts.role')}</th>
                <th scope="col">{t('hosts.signIn')}</th>
              </tr>
            </thead>
            <tbody>
              {hosts.value.map((host) => (
                <HostRow key={host.hostId} host={host} onChange={(to) => void put(host.hostId, to)} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="problem" role="alert">
          {problem.value && t(problem.value)}
        </p>
        <AddHost bearer={bearer} onAdded={() => void reload()} />
      </SectionCard>
      <SectionCard title={t('hosts.abilities')} hint={t('hosts.abilitiesText')}>
        <div class="scrolls">
          <table class="hosts">
            <thead>
              <tr>
                <th scope="col">{t('hosts.name')}</th>
                <th scope="col">{t('hosts.skills')}</th>
                <th scope="col">{t('hosts.capacity')}</th>
                <th scope="col">{t('hosts.consoles')}</th>
              </tr>
            </thead>
            <tbody>
              {hosts.value.map((host) => (
                <AbilityRow key={host.hostId} host={host} inbound={inbound} change={change} />
              ))}
            </tbody>
          </table>
        </div>
        {inbound.mode === 'single' && <p class="hint">{t('hosts.single')}</p>}
      </SectionCard>
    </div>
  );
}
