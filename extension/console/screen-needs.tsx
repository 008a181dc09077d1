import type { ScreenSurface } from '../../shared/browser/screen/capture.ts';
import type { ScreenSide } from './console-screens.ts';
import type { ConsoleSession } from './console-session.ts';
import { ControlNeeds } from './control-needs.tsx';

interface Props {
  session: ConsoleSession;
  side: ScreenSide;
  surface: ScreenSurface;
  onClose: () => void;
}

/** Control was asked for where something is missing for it: what, and what can be done. */
export function ScreenNeeds({ session, side, surface, onClose }: Props) {
  const { screens, client, customer, customerOnline } = session;
  const shares = screens.shares(side, surface);
  const isThere = customer.value?.phase === 'present' && customerOnline.value;
  const isAsking = shares?.view?.phase === 'requested' || shares?.control?.phase === 'requested';
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <ControlNeeds
      side={side}
      screens={screens}
      name={customer.value?.name ?? ''}
      canView={isThere && client.state.value.phase === 'open' && shares?.view?.phase !== 'on' && !isAsking}
      onView={then(() => screens.ask(side, surface, 'view'))}
      onGuide={then(() => screens.awaited.begin(surface))}
      onGo={then(() => screens.ask(side, surface, 'control'))}
      onClose={onClose}
    />
  );
}
