import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ScreenSurface } from '../../shared/browser/screen/capture.ts';
import { screenEnd, type ScreenEnd } from '../../shared/browser/screen/screens-on.ts';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import { isOfferedTo } from '../../shared/session/is-switched-on.ts';
import type { directions, ShareRef } from '../../shared/session/share.ts';
import type { ScreenSide } from './console-screens.ts';
import type { ConsoleSession } from './console-session.ts';
import { ControlNeeds } from './control-needs.tsx';

type Level = ShareRef['level'];

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
const labels = {
  theirs: { view: 'console.requestView', control: 'console.requestControl' },
  ours: { view: 'console.shareView', control: 'console.shareControl' },
} as const;
const directionOf = { theirs: 'request', ours: 'share' } as const satisfies Record<
  ScreenSide,
  (typeof directions)[number]
>;

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
  const id = useId();
  const needs = useSignal(false);
  const { screens, client } = session;
  const state = client.state.value;
  const name = session.customer.value?.name ?? '';
  const can = session.customer.value?.phase === 'present' && session.customerOnline.value && state.phase === 'open';
  const shares = screens.shares(side, surface);
  const isAsking = shares?.view?.phase === 'requested' || shares?.control?.phase === 'requested';
  const accepted = [shares?.view, shares?.control].some((share) => share?.phase === 'requested' && share.accepted);
  const isViewOn = shares?.view?.phase === 'on';
  const last = shares && screenEnd(state, shares.viewRef);
  const end = last && ends[side][last];
  const isChoosing = screens.own.choosing.value !== null;
  const { control, awaited } = screens;
  const isAwaited = side === 'theirs' && awaited.surface.value === surface;
  // Of the customer's computer nothing may be known yet; then the customer's side answers for it.
  const lack = side === 'ours' ? control.manager.lack.value : control.theirs.value?.lack;

  const press = (level: Level) => {
    const isLacking = side === 'ours' ? lack !== null : lack !== null && lack !== undefined;
    if (level === 'control' && isLacking) needs.value = true;
    else screens.ask(side, surface, level);
  };
  const button = (level: Level) => {
    const isOn = shares?.[level]?.phase === 'on';
    const isOffered =
      state.phase !== 'open' || isOfferedTo(state, client.selfId, { surface, level, direction: directionOf[side] });
    if (isOn || !isOffered) return null;
    return (
      <button
        type="button"
        disabled={!can || isAsking || isChoosing || (level === 'control' && isAwaited)}
        onClick={() => press(level)}
      >
        {t(labels[side][level])}
      </button>
    );
  };

  // All that is left to do stands in the bar of what is shown.
  if (side === 'ours' && isViewOn && shares.control?.phase === 'on') return null;
  return (
    <div class="tool-row" role="group" aria-labelledby={`${id}-name`} data-screens={`${side}/${surface}`}>
      <h3 id={`${id}-name`}>{t(`screen.${side}.${surface}`)}</h3>
      {button('view')}
      {button('control')}
      {isAsking && (
        <>
          <span class="tag warn" role="status">
            {t(accepted && side === 'theirs' ? 'screen.choosing' : 'console.asking', { name })}
          </span>
          <button type="button" onClick={() => screens.withdraw(side, surface)}>
            {t('console.withdraw')}
          </button>
        </>
      )}
      {isAwaited && (
        <>
          <span class="tag warn" role="status" data-awaited>
            {t('control.awaiting', { name })}
          </span>
          <button type="button" onClick={() => awaited.end()}>
            {t('console.withdraw')}
          </button>
        </>
      )}
      {side === 'theirs' && isViewOn && (
        <button type="button" onClick={() => screens.release(surface, 'view')}>
          {t('console.stopView')}
        </button>
      )}
      {side === 'theirs' && awaited.refused.value === surface && (
        <span class="hint">{t('control.refusedInstall', { name })}</span>
      )}
      <span role="status">{end && <span class="hint">{t(end, { name })}</span>}</span>
      {needs.value && (
        <ControlNeeds
          side={side}
          screens={screens}
          name={name}
          canView={can && !isViewOn && !isAsking}
          onView={() => {
            needs.value = false;
            screens.ask(side, surface, 'view');
          }}
          onGuide={() => {
            needs.value = false;
            awaited.begin(surface);
          }}
          onGo={() => {
            needs.value = false;
            screens.ask(side, surface, 'control');
          }}
          onClose={() => (needs.value = false)}
        />
      )}
    </div>
  );
}
