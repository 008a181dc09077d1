import type { ShareKind } from './share.ts';
import type { SessionState } from './state.ts';

/** Whether the site lets its hosts ask for this, or offer it. In a session that is not open nothing is. */
export const isSwitchedOn = (state: SessionState, { surface, level, direction }: ShareKind): boolean =>
  state.phase === 'open' &&
  state.switchedOn.some((on) => on.surface === surface && on.level === level && on.direction === direction);
