import { newId } from '../../protocol/new-id.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Handshake, type HandshakeDeps, type HandshakeStep, noStep } from './handshake.ts';
import type { HandshakeMessage } from './handshake-message.ts';
import { commitment, deriveLinkKeys, type KeyPair, newKeyPair } from './link-keys.ts';
import { createRunBudget } from './run-budget.ts';

interface Committed {
  commit: string;
  pair: KeyPair;
}

/** Runs that nobody finishes are forgotten, the oldest first. */
const maxCommitted = 4;

/** The side that shows its key first, against the other's commitment, and is the first to know both. */
export function createResponder(deps: HandshakeDeps): Handshake {
  const life = newId();
  const committed = new Map<string, Committed>();
  const budget = createRunBudget(deps.now);
  let running: { attempt: string; done: HandshakeMessage } | null = null;

  async function commit({ attempt, commit: text }: Extract<HandshakeMessage, { type: 'link.commit' }>): Promise<void> {
    if (running?.attempt === attempt) return;
    // The commitment comes again while it has no answer.
    if (!committed.has(attempt) && !budget.take()) return;
    const known = committed.get(attempt) ?? { commit: text, pair: await newKeyPair() };
    committed.set(attempt, known);
    for (const old of [...committed.keys()].slice(0, -maxCommitted)) committed.delete(old);
    deps.send({ type: 'link.key', attempt, life, key: toBase64url(known.pair.publicKey) });
  }

  async function reveal(message: Extract<HandshakeMessage, { type: 'link.reveal' }>): Promise<HandshakeStep> {
    const { attempt } = message;
    if (running?.attempt === attempt) {
      deps.send(running.done);
      return noStep;
    }
    const run = committed.get(attempt);
    const initiatorKey = fromBase64url(message.key);
    const nonce = fromBase64url(message.nonce);
    if (!run || !initiatorKey || !nonce) return noStep;
    const commitBytes = await commitment(initiatorKey, nonce);
    if (toBase64url(commitBytes) !== run.commit) return noStep;
    const keys = await deriveLinkKeys(run.pair.privateKey, initiatorKey, {
      sessionId: deps.sessionId,
      initiatorId: deps.otherId,
      responderId: deps.selfId,
      attempt,
      commit: commitBytes,
      initiatorKey,
      responderKey: run.pair.publicKey,
      nonce,
    });
    if (keys?.initiatorProof !== message.proof) return noStep;
    running = { attempt, done: { type: 'link.done', attempt, proof: keys.responderProof } };
    committed.clear();
    deps.send(running.done);
    return { type: 'completed', agreed: { attempt, keys } };
  }

  return {
    async receive(message) {
      switch (message.type) {
        case 'link.commit':
          await commit(message);
          return noStep;
        case 'link.reveal':
          return reveal(message);
        case 'link.hello':
        case 'link.key':
        case 'link.done':
          return noStep;
      }
    },

    async retry() {
      if (!running) deps.send({ type: 'link.hello', life });
    },

    confirm: () => noStep,
  };
}
