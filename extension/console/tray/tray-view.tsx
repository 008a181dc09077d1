import { useRef } from 'preact/hooks';
import { CallButtons } from '../../../shared/browser/call/call-buttons.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { CommandMenu } from '../commands/command-menu.tsx';
import { isDialogOpen } from '../commands/dialogs.tsx';
import type { TrayProps } from '../console-props.ts';
import { HeldCalls } from '../held-calls.tsx';
import { HeldGuards } from '../held-guards.tsx';
import { Knocks } from '../knocks.tsx';
import { Notices } from '../notices.tsx';
import { ShowingBar } from '../showing-bar.tsx';
import { TrayBar } from './tray-bar.tsx';
import { TrayLine } from './tray-line.tsx';
import { TrayPanelView } from './tray-panel-view.tsx';
import { trayPanelNames } from './tray-panels.ts';
import { useFit } from './use-fit.ts';

/** The console as a bar of icons; what is pressed opens below it, and what needs the host comes there by itself. */
export function TrayView(props: TrayProps) {
  const { window, quality, stopKey, tray, surface } = props;
  const root = useRef<HTMLDivElement>(null);
  const front = window.front.value;
  const panel = tray.panel.value;
  const isOpen = panel !== null || isDialogOpen.value;
  useFit(root, window.layout, isOpen);
  return (
    <div class="tray" ref={root} data-dialog={isDialogOpen.value}>
      <HeldGuards window={window} />
      <TrayBar {...props} />
      {front && (
        <div class="tray-commands">
          <CommandMenu key={front.id} {...front} quality={quality} />
        </div>
      )}
      {front && <TrayLine key={`line ${front.id}`} held={front} surface={surface} />}
      <div class="tray-below">
        {front && <Knocks session={front.session} />}
        <HeldCalls window={window} />
        {front && <ShowingBar key={`shows ${front.id}`} session={front.session} stopKey={stopKey} />}
        {front && <Notices key={`notices ${front.id}`} session={front.session} />}
      </div>
      {panel && front && (
        <section class="tray-panel" id="tray-panel" key={front.id} aria-label={t(trayPanelNames[panel])}>
          <TrayPanelView {...props} panel={panel} held={front} />
          {panel === 'customer' && <CallButtons call={front.session.call} />}
        </section>
      )}
    </div>
  );
}
