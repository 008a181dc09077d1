import { toBase64url } from './base64url.ts';
import { concat } from './concat.ts';
import { words } from './words.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const text = new TextEncoder();

export interface KeyPair {
  privateKey: CryptoKey;
  /** Uncompressed point, 65 bytes. */
  publicKey: Uint8Array<ArrayBuffer>;
}

/** A key pair for one handshake; the private half cannot leave the browser's key store. */
export async function newKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  return {
    privateKey: pair.privateKey,
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
  };
}

export async function commitment(publicKey: Uint8Array, nonce: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(publicKey, nonce)));
}

/** All that both sides have seen of a handshake; the keys and the words depend on every byte. */
export interface Transcript {
  sessionId: string;
  initiatorId: string;
  responderId: string;
  attempt: string;
  commit: Uint8Array;
  initiatorKey: Uint8Array;
  responderKey: Uint8Array;
  nonce: Uint8Array;
}

/** Sealing keys of one direction: a counter is never used twice under one key. */
interface DirectionKeys {
  frames: CryptoKey;
  signals: CryptoKey;
}

export interface LinkKeys {
  fromInitiator: DirectionKeys;
  fromResponder: DirectionKeys;
  /** Shown by each side to prove that it has the keys. */
  initiatorProof: string;
  responderProof: string;
  /** Four words, 32 bits: equal on both screens unless somebody sits in the middle. */
  words: readonly string[];
}

/** Null when the other side's key is no point of the curve. */
export async function deriveLinkKeys(
  own: CryptoKey,
  otherKey: Uint8Array<ArrayBuffer>,
  transcript: Transcript,
): Promise<LinkKeys | null> {
  const other = await crypto.subtle.importKey('raw', otherKey, curve, false, []).catch(() => null);
  if (!other) return null;
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const salt = await crypto.subtle.digest('SHA-256', transcriptBytes(transcript));
  const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: text.encode(info) });
  const sealing = (info: string) =>
    crypto.subtle.deriveKey(hkdf(info), secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const bits = async (info: string, length: number) =>
    new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), secret, length));
  const direction = async (from: string): Promise<DirectionKeys> => ({
    frames: await sealing(`frames from ${from}`),
    signals: await sealing(`signals from ${from}`),
  });
  return {
    fromInitiator: await direction('initiator'),
    fromResponder: await direction('responder'),
    initiatorProof: toBase64url(await bits('proof of initiator', 256)),
    responderProof: toBase64url(await bits('proof of responder', 256)),
    words: [...(await bits('words', 32))].map((byte) => words[byte] ?? ''),
  };
}

/** The ids are of fixed length and so are the keys: no two transcripts give the same bytes. */
function transcriptBytes(seen: Transcript): Uint8Array<ArrayBuffer> {
  const { sessionId, initiatorId, responderId, attempt } = seen;
  const names = text.encode(['beside link 1', sessionId, initiatorId, responderId, attempt].join(' '));
  return concat(names, seen.commit, seen.initiatorKey, seen.responderKey, seen.nonce);
}
