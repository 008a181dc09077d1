import * as v from 'valibot';
import { iceUrlSchema } from '../../shared/protocol/ice-server.ts';
import { count, listOf } from '../environment-value.ts';

export interface OwnTurn {
  kind: 'own';
  urls: readonly string[];
  /** Null: the relay's. */
  port: number | null;
  /** Files of the certificate and its key. */
  tls: { cert: string; key: string } | null;
}

/** How media gets through where nothing else does. `urls` are what browsers are told. */
export type TurnSettings = { kind: 'none' } | OwnTurn | { kind: 'coturn'; urls: readonly string[]; secret: string };

export const turnVariables = {
  BESIDE_TURN_URLS: v.optional(v.pipe(listOf(iceUrlSchema), v.minLength(1), v.maxLength(8))),
  BESIDE_TURN_SECRET: v.optional(v.pipe(v.string(), v.minLength(16))),
  BESIDE_TURN_PORT: v.optional(count(1, 65_535)),
  BESIDE_TURN_CERT: v.optional(v.string()),
  BESIDE_TURN_KEY: v.optional(v.string()),
};

type Given = { [K in keyof typeof turnVariables]?: v.InferOutput<(typeof turnVariables)[K]> };

/**
 * coturn where its secret is given; else the relay's own TURN, at the addresses given or those that follow from
 * where the relay is reached. Behind a proxy that ends TLS none follows: it passes HTTP only.
 */
export function turnSettings(given: Given, relayPort: number, publicUrl: string): TurnSettings {
  const { BESIDE_TURN_URLS: urls, BESIDE_TURN_SECRET: secret, BESIDE_TURN_PORT: port } = given;
  const { BESIDE_TURN_CERT: cert, BESIDE_TURN_KEY: key } = given;
  if (urls && secret !== undefined) return { kind: 'coturn', urls, secret };
  const { protocol, hostname, port: publicPort } = new URL(publicUrl);
  const tls = cert !== undefined && key !== undefined ? { cert, key } : null;
  const at = port ?? (protocol === 'http:' ? publicPort || '80' : null);
  const schemes = tls ? ['turn', 'turns'] : ['turn'];
  const follows = at === null ? null : schemes.map((scheme) => `${scheme}:${hostname}:${at}?transport=tcp`);
  const told = urls ?? follows;
  if (!told) return { kind: 'none' };
  return { kind: 'own', urls: told, port: port === undefined || port === relayPort ? null : port, tls };
}
