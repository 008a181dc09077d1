import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import type { HandOn } from '../hand-on.ts';
import type { HostQuality } from '../host-quality.ts';
import type { Invitation } from '../invitation.ts';
import { callCommands } from './call-commands.ts';
import { clipboardCommands } from './clipboard-commands.tsx';
import { caseCommands, qualityCommands } from './case-commands.tsx';
import type { Command, CommandGroup } from './command.ts';
import { drawingCommands } from './drawing-commands.ts';
import { fileCommands } from './file-commands.tsx';
import { inviteCommands } from './invite-commands.tsx';
import { ownPageCommands } from './own-page-commands.tsx';
import { pageCommands } from './page-commands.ts';
import { placeCommands } from './place-commands.ts';
import { recordingCommands } from './recording-commands.ts';
import { screenCommands } from './screen-commands.tsx';
import { type AskedToolName, toolCommands } from './tool-commands.ts';

export interface CommandDeps {
  session: ConsoleSession;
  invitation: Invitation;
  quality: HostQuality;
  handOn: HandOn;
}

/** Every command of the session, those that cannot be used now among them. */
export function consoleCommands({ session, invitation, quality, handOn }: CommandDeps): CommandGroup[] {
  const page = pageCommands(session);
  const own = ownPageCommands(session);
  const screens = (['theirs', 'ours'] as const).flatMap((side) =>
    (['desktop', 'application'] as const).map((surface): CommandGroup => {
      const { view, control, withdraw, stop } = screenCommands(session, side, surface);
      return { title: t(`screen.${side}.${surface}`), commands: [view, control, withdraw, stop] };
    }),
  );
  const askedFor = (tool: AskedToolName): Command[] => {
    const { ask, withdraw, end } = toolCommands(session, tool);
    return [ask, withdraw, end];
  };
  const recording = recordingCommands(session);
  const pages: Command[] = [page.view, page.control, page.controlHere, page.withdraw, page.release, page.stop];
  return [
    { title: t('console.page'), commands: [...pages, page.back, page.forward, page.reload, page.refresh, page.print] },
    { title: t('palette.go'), commands: placeCommands() },
    ...screens,
    { title: t('console.ownPage'), commands: [own.view, own.control, own.withdraw, own.stop] },
    { title: t('drawing.title'), commands: drawingCommands(session) },
    { title: t('palette.call'), commands: callCommands(session.call) },
    { title: t('system.title'), commands: askedFor('system') },
    { title: t('log.title'), commands: askedFor('page-log') },
    { title: t('folder.tool'), commands: askedFor('files') },
    { title: t('file.title'), commands: fileCommands(session) },
    { title: t('clipboard.title'), commands: clipboardCommands(session) },
    {
      title: t('recording.title'),
      commands: [recording.begin, recording.withdraw, recording.hold, recording.stop],
    },
    { title: t('palette.people'), commands: inviteCommands(session, invitation) },
    { title: t('console.tabSession'), commands: caseCommands(session, handOn) },
    { title: t('quality.title'), commands: qualityCommands(quality) },
  ];
}
