import { createHmac } from 'node:crypto';
import type { IceServer } from '../../shared/protocol/ice-server.ts';
import type { Deps } from '../deps.ts';
import { turnCredential, type TurnUser } from './turn-credentials.ts';

/** What credentials are made with: coturn's secret, or one that the relay derives from its own. */
export function turnSecret({ settings, secret }: Pick<Deps, 'settings' | 'secret'>): string {
  if (settings.turn.kind === 'coturn') return settings.turn.secret;
  return createHmac('sha256', secret).update('turn').digest('base64');
}

/** The servers that one participant may use until `expiresAt`. */
export function iceOffer(deps: Pick<Deps, 'settings' | 'secret'>, user: TurnUser, expiresAt: number): IceServer[] {
  const { turn } = deps.settings;
  if (turn.kind === 'none') return [];
  const stun = turn.urls.filter((url) => url.startsWith('stun'));
  const relays = turn.urls.filter((url) => url.startsWith('turn'));
  const credential = turnCredential(turnSecret(deps), user, expiresAt);
  return [
    ...(stun.length > 0 ? [{ urls: stun }] : []),
    ...(relays.length > 0 ? [{ urls: relays, ...credential }] : []),
  ];
}
