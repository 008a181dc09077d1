import type { Deps } from '../deps.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { admitToTurn } from './admit-to-turn.ts';
import { createAllocations } from './allocations.ts';
import { turnSecret } from './ice-offer.ts';
import { createTurnDoor, type TurnDoor } from './turn-door.ts';
import { createTurnServer } from './turn-server.ts';

/** The relay's own TURN, or null where there is another or none. */
export function createTurn(deps: Deps, sessions: Sessions): TurnDoor | null {
  const { limits, now, metrics, settings } = deps;
  if (settings.turn.kind !== 'own') return null;
  const server = createTurnServer({
    allocations: createAllocations(limits, now),
    secret: turnSecret(deps),
    limits,
    now,
    metrics,
    admit: (user, gone) => admitToTurn(sessions, user, gone),
  });
  return createTurnDoor(server, settings.turn, limits.helloWithinMs);
}
