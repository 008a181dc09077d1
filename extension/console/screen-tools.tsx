import type { ScreenSurface } from '../../shared/browser/screen/capture.ts';
import { screenEnd, type ScreenEnd } from '../../shared/browser/screen/screens-on.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { screenCommands } from './commands/screen-commands.tsx';
import type { ScreenSide } from './console-screens.ts';
import type { ConsoleSession } from './console-session.ts';

const ends: Record<ScreenSide, Partial<Record<ScreenEnd, MessageKey>>> = {
  theirs: {
    denied: 'console.stageDenied',
    'no-answer': 'screen.noAnswer',
    impossible: 'screen.cannot',
    stopped: 'screen.stopped',
    'capture-ended': 'screen.captureEnded',
  },
  ours: {
    denied: 'console.stageDenied',
    'no-answer': 'screen.noAnswer',
    released: 'screen.ownReleased',
    'capture-ended': 'screen.ownCaptureEnded',
  },
};

/** One surface in one direction: ask for it, to see or to control, and give it back. */
export function ScreenTools({
  session,
  side,
  surface,
}: {
  session: ConsoleSession;
  side: ScreenSide;
  surface: ScreenSurface;
}) {
  const { screens, client } = session;
  const name = session.customer.value?.name ?? '';
  const shares = screens.shares(side, surface);
  const commands = screenCommands(session, side, surface);
  const { isAsking, isAwaited } = commands;
  const accepted = [shares?.view, shares?.control].some((share) => share?.phase === 'requested' && share.accepted);
  const isViewOn = shares?.view?.phase === 'on';
  const last = shares && screenEnd(client.state.value, shares.viewRef);
  const end = last && ends[side][last];

  // All that is left to do stands in the bar of what is shown.
  if (side === 'ours' && isViewOn && shares.control?.phase === 'on') return null;
  return (
    <ToolRow title={t(`screen.${side}.${surface}`)} data-screens={`${side}/${surface}`}>
      {commands.view.isButton && <CommandButton command={commands.view} />}
      {commands.control.isButton && <CommandButton command={commands.control} />}
      {isAsking && (
        <>
          <span class="tag warn" role="status">
            {t(accepted && side === 'theirs' ? 'screen.choosing' : 'console.asking', { name })}
          </span>
          <CommandButton command={commands.withdraw} />
        </>
      )}
      {isAwaited && (
        <>
          <span class="tag warn" role="status" data-awaited>
            {t('control.awaiting', { name })}
          </span>
          {!isAsking && <CommandButton command={commands.withdraw} />}
        </>
      )}
      {/* What is one's own is stopped where it is shown. */}
      {isViewOn && side === 'theirs' && <CommandButton command={commands.stop} />}
      {side === 'theirs' && screens.awaited.refused.value === surface && (
        <span class="hint">{t('control.refusedInstall', { name })}</span>
      )}
      <span role="status">{end && <span class="hint">{t(end, { name })}</span>}</span>
    </ToolRow>
  );
}
