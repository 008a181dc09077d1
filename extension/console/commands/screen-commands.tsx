import type { ScreenSurface } from '../../../shared/browser/screen/capture.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { isOfferedTo } from '../../../shared/session/is-switched-on.ts';
import type { directions, levels } from '../../../shared/session/share.ts';
import type { ScreenSide } from '../console-screens.ts';
import type { ConsoleSession } from '../console-session.ts';
import { ScreenNeeds } from '../screen-needs.tsx';
import { command } from './command.ts';
import { showDialog } from './dialogs.tsx';
import { noCustomer } from './lack-of.ts';

type Level = (typeof levels)[number];

const labels = {
  theirs: { view: 'console.requestView', control: 'console.requestControl' },
  ours: { view: 'console.shareView', control: 'console.shareControl' },
} as const;
const directionOf = { theirs: 'request', ours: 'share' } as const satisfies Record<
  ScreenSide,
  (typeof directions)[number]
>;

/** One surface in one direction: ask for it, to see or to control, and give it back. */
export function screenCommands(session: ConsoleSession, side: ScreenSide, surface: ScreenSurface) {
  const { screens, client } = session;
  const state = client.state.value;
  const name = session.customer.value?.name ?? '';
  const gone = noCustomer(session);
  const shares = screens.shares(side, surface);
  const isAsking = shares?.view?.phase === 'requested' || shares?.control?.phase === 'requested';
  const isViewOn = shares?.view?.phase === 'on';
  const isAwaited = side === 'theirs' && screens.awaited.surface.value === surface;
  const { manager, theirs } = screens.control;
  // Of the customer's computer nothing may be known yet; then the customer's side answers for it.
  const lacking = side === 'ours' ? manager.lack.value : (theirs.value?.lack ?? null);
  const isOffered = (level: Level) =>
    state.phase !== 'open' || isOfferedTo(state, client.selfId, { surface, level, direction: directionOf[side] });

  const ask = (level: Level) => {
    if (level === 'control' && lacking !== null)
      showDialog((close) => <ScreenNeeds session={session} side={side} surface={surface} onClose={close} />);
    else screens.ask(side, surface, level);
  };
  const lackOf = (level: Level): string | null => {
    if (gone !== null) return gone;
    if (!isOffered(level)) return t('lack.switchedOff');
    if (shares?.[level]?.phase === 'on') return t(side === 'ours' ? 'lack.shown' : 'lack.seen');
    if (isAsking) return t('console.asking', { name });
    if (screens.own.choosing.value !== null) return t('lack.choosing');
    return level === 'control' && isAwaited ? t('control.awaiting', { name }) : null;
  };
  const begin = (level: Level) => ({
    ...command({
      id: `screen.${side}.${surface}.${level}`,
      label: t(labels[side][level]),
      lack: lackOf(level),
      run: () => ask(level),
    }),
    isButton: shares?.[level]?.phase !== 'on' && isOffered(level),
  });

  return {
    view: begin('view'),
    control: begin('control'),
    isAsking,
    isAwaited,
    withdraw: command({
      id: `screen.${side}.${surface}.withdraw`,
      label: t('console.withdraw'),
      lack: isAsking || isAwaited ? null : t('lack.notAsking'),
      run: () => (isAsking ? screens.withdraw(side, surface) : screens.awaited.end()),
    }),
    stop: command({
      id: `screen.${side}.${surface}.stop`,
      label: t(side === 'ours' ? 'assist.stop' : 'console.stopView'),
      lack: isViewOn ? null : t(side === 'ours' ? 'lack.notShown' : 'lack.notSeen'),
      run: () => (side === 'ours' ? screens.own.stop(surface) : screens.release(surface, 'view')),
    }),
  };
}
