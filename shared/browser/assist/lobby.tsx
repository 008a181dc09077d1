import { t } from '../ui/i18n.ts';
import type { Lobby as LobbyState } from '../link/session-client.ts';
import { SiteCheck, type SiteIdentity } from './site-check.tsx';

/** Before the host lets the customer in. */
export function Lobby({ lobby, site }: { lobby: LobbyState; site: SiteIdentity }) {
  if (lobby.phase === 'over') {
    return (
      <section class="card" role="status">
        <h1>{t('lobby.over')}</h1>
      </section>
    );
  }
  if (lobby.phase === 'refused') {
    return (
      <section class="card" role="status">
        <h1>{t('lobby.refused')}</h1>
        <p>{t('lobby.refusedText')}</p>
      </section>
    );
  }
  return (
    <section class="card" role="status">
      <h1>{t('lobby.title')}</h1>
      <p>{t('lobby.text', { host: lobby.host, site: lobby.site })}</p>
      <p>
        <SiteCheck site={site} />
      </p>
      <progress aria-label={t('lobby.title')} />
    </section>
  );
}
