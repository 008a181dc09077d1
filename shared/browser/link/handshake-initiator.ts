import { newId } from '../../protocol/new-id.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Agreed, type Handshake, type HandshakeDeps, type HandshakeStep, noStep } from './handshake.ts';
import type { HandshakeMessage } from './handshake-message.ts';
import { commitment, deriveLinkKeys, type KeyPair, newKeyPair } from './link-keys.ts';
import { createRunBudget } from './run-budget.ts';

interface Begun {
  attempt: string;
  pair: KeyPair;
  nonce: Uint8Array<ArrayBuffer>;
  commit: Uint8Array<ArrayBuffer>;
  /** The life of the responder whose hello began this run, if one did. */
  because: string | null;
}
type Revealed = Begun & { life: string; agreed: Agreed; reveal: HandshakeMessage };

/** The side that commits first, then reveals: it cannot choose its key after seeing the other's. */
export function createInitiator(deps: HandshakeDeps): Handshake {
  let begun: Begun | null = null;
  let revealed: Revealed | null = null;
  let running: { life: string; attempt: string } | null = null;
  const past = new Set<string>();
  const budget = createRunBudget(deps.now);

  async function begin(because: string | null): Promise<void> {
    if (!budget.take()) return;
    const pair = await newKeyPair();
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    begun = { attempt: newId(), pair, nonce, commit: await commitment(pair.publicKey, nonce), because };
    revealed = null;
    sayCommit(begun);
  }

  function sayCommit({ attempt, commit }: Begun): void {
    deps.send({ type: 'link.commit', attempt, commit: toBase64url(commit) });
  }

  async function hello(life: string): Promise<void> {
    if (past.has(life)) return;
    if (begun) sayCommit(begun);
    else if (revealed?.life === life) deps.send(revealed.reveal);
    else if (revealed || running?.life !== life) await begin(life);
  }

  async function key({
    attempt,
    life,
    key: text,
  }: Extract<HandshakeMessage, { type: 'link.key' }>): Promise<HandshakeStep> {
    const run = begun;
    if (run?.attempt !== attempt) return noStep;
    if (running?.life === life) {
      // The hello was an old one: the responder is still who it was, and its keys still stand.
      if (run.because) past.add(run.because);
      begun = null;
      return noStep;
    }
    const responderKey = fromBase64url(text);
    const keys =
      responderKey && (await deriveLinkKeys(run.pair.privateKey, responderKey, transcript(run, responderKey)));
    if (!keys) return noStep;
    begun = null;
    revealed = {
      ...run,
      life,
      agreed: { attempt, keys },
      reveal: {
        type: 'link.reveal',
        attempt,
        key: toBase64url(run.pair.publicKey),
        nonce: toBase64url(run.nonce),
        proof: keys.initiatorProof,
      },
    };
    deps.send(revealed.reveal);
    return { type: 'keyed', agreed: revealed.agreed };
  }

  function transcript(run: Begun, responderKey: Uint8Array) {
    return {
      sessionId: deps.sessionId,
      initiatorId: deps.selfId,
      responderId: deps.otherId,
      attempt: run.attempt,
      commit: run.commit,
      initiatorKey: run.pair.publicKey,
      responderKey,
      nonce: run.nonce,
    };
  }

  function confirm(attempt: string): HandshakeStep {
    if (revealed?.agreed.attempt !== attempt) return noStep;
    const { agreed, life } = revealed;
    if (running) past.add(running.life);
    running = { life, attempt };
    revealed = null;
    return { type: 'completed', agreed };
  }

  return {
    async receive(message) {
      switch (message.type) {
        case 'link.hello':
          await hello(message.life);
          return noStep;
        case 'link.key':
          return key(message);
        case 'link.done':
          return message.proof === revealed?.agreed.keys.responderProof ? confirm(message.attempt) : noStep;
        case 'link.commit':
        case 'link.reveal':
          return noStep;
      }
    },

    async retry() {
      if (begun) sayCommit(begun);
      else if (revealed) deps.send(revealed.reveal);
      else if (!running) await begin(null);
    },

    confirm,
  };
}
