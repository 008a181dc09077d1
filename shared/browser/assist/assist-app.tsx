import { OwnHandGuard } from '../screen/control/own-hand-guard.tsx';
import { Brand } from '../ui/brand.tsx';
import { t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import { EndPage } from './end-page.tsx';
import { Lobby } from './lobby.tsx';
import { OpenSession } from './open-session.tsx';
import type { PageSharing } from './page-sharing.ts';
import type { SiteIdentity } from './site-check.tsx';
import { WatchedPage } from './watched-page.tsx';
import { WatchedScreensList } from './watched-screens-list.tsx';
import type { ComponentChildren } from 'preact';

interface Props {
  session: AssistSession;
  site: SiteIdentity;
  sharing: PageSharing | null;
  stopKey: string | null;
  /** Address of the player page, of this page's own origin. */
  player: string;
  /** Shown in an open session where pages cannot be shown yet: how to get the extension. */
  install?: ComponentChildren;
}

/** The customer's window of a session: who helps, what is shown, Stop. */
export function AssistApp({ session, site, sharing, stopKey, player, install }: Props) {
  const view = session.view.value;
  const watched = view.kind === 'open' ? view.watched : null;
  const screens = view.kind === 'open' && !session.viewer.isOpen.value ? session.watchedScreens.value : [];
  const assist = (
    <div class="assist">
      <header class="assist-head">
        <Brand site={site} />
        {!session.connected.value && view.kind !== 'ended' && view.kind !== 'replaced' && (
          <span class="tag warn" role="status">
            {t('assist.reconnecting')}
          </span>
        )}
      </header>
      {view.kind === 'connecting' && <p class="hint">{t('common.loading')}</p>}
      {view.kind === 'replaced' && <p>{t('assist.replaced')}</p>}
      {view.kind === 'lobby' && <Lobby lobby={view.lobby} site={site} />}
      {view.kind === 'ended' && <EndPage session={session} view={view} site={site} />}
      {view.kind === 'open' && (
        <OpenSession session={session} view={view} site={site} sharing={sharing} stopKey={stopKey} install={install} />
      )}
    </div>
  );
  return (
    <div class={watched || screens.length > 0 ? 'assist-room' : ''}>
      <OwnHandGuard control={session.screenControl} />
      {assist}
      {watched && view.kind === 'open' && (
        <WatchedPage session={session} watched={watched} hostOnline={view.hostOnline} player={player} />
      )}
      {!watched && screens.length > 0 && view.kind === 'open' && (
        <WatchedScreensList
          class="assist-screens"
          session={session}
          hands={session.screenControl.hands}
          patches={session.screenControl.patches}
          hostName={view.hostName}
          hostOnline={view.hostOnline}
        />
      )}
    </div>
  );
}
