import type { HostState, Supervision } from '../../../../shared/report/supervision.ts';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';

const tones: Record<HostState, string> = {
  available: 'tag good',
  'in-session': 'tag accent',
  'wrap-up': 'tag warn',
  busy: 'tag warn',
  away: 'tag',
};

/** Who is at work. */
export function HostList({ seen: { hosts } }: { seen: Supervision }) {
  return (
    <SectionCard title={t('live.hosts')}>
      {hosts.length === 0 ? (
        <p class="hint">{t('live.noHosts')}</p>
      ) : (
        <div class="scrolls">
          <table class="figures live-hosts">
            <thead>
              <tr>
                <th scope="col">{t('live.host')}</th>
                <th scope="col">{t('live.state')}</th>
                <th scope="col">{t('live.sessionsOf')}</th>
              </tr>
            </thead>
            <tbody>
              {hosts.map(({ hostId, name, state, sessions, capacity }) => (
                <tr key={hostId}>
                  <th scope="row">{name}</th>
                  <td class="states">
                    <span class={tones[state]}>{t(`live.state.${state}`)}</span>
                  </td>
                  <td>{t('live.roomOf', { sessions, capacity })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SectionCard>
  );
}
