import { useEffect } from 'preact/hooks';
import { CallPanel } from '../../shared/browser/call/call-panel.tsx';
import { withUnread } from '../../shared/browser/chat/with-unread.ts';
import { OwnHandGuard } from '../../shared/browser/screen/control/own-hand-guard.tsx';
import { formatSessionNumber } from '../../shared/protocol/session-number.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { CommandMenu } from './commands/command-menu.tsx';
import type { ConsoleSession } from './console-session.ts';
import { Header } from './header.tsx';
import type { HandOn } from './hand-on.ts';
import type { HostQuality } from './host-quality.ts';
import type { Invitation } from './invitation.ts';
import { Knocks } from './knocks.tsx';
import { Notices } from './notices.tsx';
import { ShowingBar } from './showing-bar.tsx';
import { SidePanel } from './side-panel.tsx';
import { Surfaces } from './surfaces.tsx';
import { Tabs } from './tabs.tsx';

interface Props {
  session: ConsoleSession;
  invitation: Invitation;
  quality: HostQuality;
  handOn: HandOn;
  stopKey: string | null;
}

/** The console as a dashboard: fixed tabs above, the surface in the middle, the customer at the side. */
export function Dashboard({ session, invitation, quality, handOn, stopKey }: Props) {
  const number = invitation.number.value;
  const name = session.customer.value?.name;
  const unread = session.chat.unread.value;
  useEffect(() => {
    const title =
      name ??
      (number ? t('console.title', { number: formatSessionNumber(number.sessionNumber) }) : t('console.titlePlain'));
    document.title = withUnread(title, unread);
  }, [name, number, unread]);

  return (
    <div class="dashboard">
      <OwnHandGuard control={session.screens.control} />
      <Header session={session}>
        <CommandMenu session={session} invitation={invitation} quality={quality} handOn={handOn} />
      </Header>
      <CallPanel call={session.call} />
      <Tabs session={session} invitation={invitation} quality={quality} handOn={handOn} />
      <Knocks session={session} />
      <ShowingBar session={session} stopKey={stopKey} />
      <Notices session={session} />
      <div class="dashboard-body">
        <Surfaces session={session} invitation={invitation} />
        <SidePanel session={session} />
      </div>
    </div>
  );
}
