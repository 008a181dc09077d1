import type { RelayMessage } from '../../shared/protocol/relay.ts';
import type { Deps } from '../deps.ts';
import { iceOffer } from '../turn/ice-offer.ts';
import type { TurnUser } from '../turn/turn-credentials.ts';

export interface IceFeed {
  /** From the first call on this participant has credentials that have not expired. */
  start(): void;
  close(): void;
}

/** Tells one who is inside which STUN and TURN servers there are, and again before their credentials expire. */
export function createIceFeed(deps: Deps, user: TurnUser, send: (message: RelayMessage) => void): IceFeed {
  const { turnCredentialLifeMs } = deps.limits;
  let renewal: NodeJS.Timeout | undefined;

  function tell(): void {
    const expiresAt = deps.now() + turnCredentialLifeMs;
    send({ type: 'ice.offered', servers: iceOffer(deps, user, expiresAt), expiresAt });
  }

  return {
    start() {
      if (renewal !== undefined || deps.settings.turn.kind === 'none') return;
      renewal = setInterval(tell, turnCredentialLifeMs / 2);
      tell();
    },
    close: () => clearInterval(renewal),
  };
}
