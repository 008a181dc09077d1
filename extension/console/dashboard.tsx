import { errorText, t } from '../../shared/browser/ui/i18n.ts';
import { CannotOpen } from './cannot-open.tsx';
import { CommandMenu } from './commands/command-menu.tsx';
import { Header } from './header.tsx';
import { HeldCalls } from './held-calls.tsx';
import { HeldGuards } from './held-guards.tsx';
import type { HostQuality } from './host-quality.ts';
import { Knocks } from './knocks.tsx';
import { LayoutChoice } from './layout-choice.tsx';
import { Tiles } from './multi/tiles.tsx';
import { Notices } from './notices.tsx';
import { ShowingBar } from './showing-bar.tsx';
import { PanelSwitch } from './panel-switch.tsx';
import { SidePanel } from './side-panel.tsx';
import { Tabs } from './tabs.tsx';
import type { ConsoleWindow } from './window/create-console-window.ts';

interface Props {
  window: ConsoleWindow;
  quality: HostQuality;
  stopKey: string | null;
}

/** Fixed tabs above, the surface in the middle, the customer at the side: of the session that is in front. */
export function Dashboard({ window, quality, stopKey }: Props) {
  const front = window.front.value;
  const isMulti = window.layout.value === 'multi';
  if (!front) {
    const problem = window.problem.value;
    if (problem) return <CannotOpen reason={errorText(problem)} />;
    return <p class="page hint">{t(isMulti ? 'multi.emptyText' : 'common.loading')}</p>;
  }
  const { session, invitation, handOn } = front;
  // What is one session's is made anew for another; surfaces and calls go on.
  return (
    <div class="dashboard">
      <HeldGuards window={window} />
      <Header key={`head ${front.id}`} session={session}>
        <CommandMenu key={front.id} session={session} invitation={invitation} quality={quality} handOn={handOn} />
        <LayoutChoice window={window} />
        <PanelSwitch session={session} />
      </Header>
      <HeldCalls window={window} />
      <Tabs key={`tabs ${front.id}`} held={front} quality={quality} />
      <Knocks session={session} />
      <ShowingBar key={`shows ${front.id}`} session={session} stopKey={stopKey} />
      <Notices key={`notices ${front.id}`} session={session} />
      <div class="dashboard-body">
        <Tiles window={window} />
        <SidePanel key={front.id} session={session} />
      </div>
    </div>
  );
}
