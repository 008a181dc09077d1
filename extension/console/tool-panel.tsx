import { ClipboardTools } from '../../shared/browser/clipboard/clipboard-tools.tsx';
import { DetailsTools } from './details/details-tools.tsx';
import { FileTools } from './file-tools.tsx';
import { FolderTools } from './folder/folder-tools.tsx';
import { InviteTools } from './invite-tools.tsx';
import type { HostQuality } from './host-quality.ts';
import { OwnPageTools } from './own-page-tools.tsx';
import { PageTools } from './page-tools.tsx';
import { QualityChoice } from './quality-choice.tsx';
import { RecordingTools } from './recording/recording-tools.tsx';
import { ScreenTools } from './screen-tools.tsx';
import { SessionTools } from './session-tools.tsx';
import type { Tab } from './tool-tabs.ts';
import type { HeldSession } from './window/hold-session.ts';

interface Props {
  tab: Tab;
  held: HeldSession;
  quality: HostQuality;
}

/** What is on one tab of tools: under the dashboard's tabs, and below the tray's icons. */
export function ToolPanel({ tab, held: { session, invitation, handOn }, quality }: Props) {
  switch (tab) {
    case 'tools':
      return (
        <div class="tool-rows">
          <InviteTools invitation={invitation} lead={session.lead} />
          {session.lead.isMine.value && <DetailsTools session={session} />}
          <FileTools files={session.files} />
          <FolderTools session={session} />
          <ClipboardTools clipboard={session.clipboard} name={session.customer.value?.name ?? ''} />
        </div>
      );
    case 'desktop':
      return (
        <div class="tool-rows">
          <ScreenTools session={session} side="theirs" surface="desktop" />
          <ScreenTools session={session} side="ours" surface="desktop" />
        </div>
      );
    case 'application':
      return (
        <div class="tool-rows">
          <PageTools session={session} />
          {session.mayOffer.value && <OwnPageTools session={session} />}
          <ScreenTools session={session} side="theirs" surface="application" />
          <ScreenTools session={session} side="ours" surface="application" />
        </div>
      );
    case 'session':
      return (
        <div class="tool-rows">
          <RecordingTools session={session} />
          <SessionTools session={session} handOn={handOn} />
          <QualityChoice quality={quality} />
        </div>
      );
  }
}
