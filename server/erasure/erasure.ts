import type { Erased, Subject } from '../../shared/protocol/held.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Actor, Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import { hashSecret } from '../secrets.ts';
import type { Erasure as Pending } from '../store/erasure-store.ts';

/** An instance that dies in the middle of an erasure is waited for so long; then another goes on. */
const claimMs = 5 * 60_000;
const hashChars = 16;

export interface Erasure {
  /** What goes on is left as it is. */
  erase(by: Actor, subject: Subject): Promise<Erased>;
  /** Goes on with what others have left undone. */
  resume(): Promise<void>;
}

type ErasureDeps = Pick<Deps, 'heldStore' | 'erasureStore' | 'erasers' | 'scrub' | 'now'>;

/** Erases what is held about sessions and requests, and leaves a proof of it: how many, of what kind, by whom. */
export function createErasure(deps: ErasureDeps, room: DeskRoom, audit: Audit): Erasure {
  const { heldStore, erasureStore, erasers, scrub, now } = deps;

  async function whatIsOver({ sessionIds, requestIds }: Subject): Promise<{ over: Subject; left: Erased['left'] }> {
    const heads = await heldStore.heads(sessionIds);
    const running = heads.filter(({ endedAt }) => endedAt === null).map(({ sessionId }) => sessionId);
    const ended = heads.filter(({ endedAt }) => endedAt !== null).map(({ sessionId }) => sessionId);
    await room.refresh();
    // The desk remembers for a day what the store may keep for less.
    const remembered = [...room.desk.accepted].filter(([, { sessionId }]) => ended.includes(sessionId));
    const known = [...(await heldStore.requestsOf(ended)), ...remembered.map(([requestId]) => requestId)];
    const asked = [...new Set([...requestIds, ...known])];
    const isOpen = new Set(running);
    const isLeft = (requestId: string) => {
      const accepted = room.desk.accepted.get(requestId);
      return room.desk.waiting.has(requestId) || (accepted !== undefined && isOpen.has(accepted.sessionId));
    };
    return {
      over: { sessionIds: ended, requestIds: asked.filter((requestId) => !isLeft(requestId)) },
      left: { sessionIds: running, requestIds: asked.filter(isLeft) },
    };
  }

  async function carryOut({ id, by, subject }: Pending): Promise<Erased['erased']> {
    const erased = { facts: 0, reports: 0, recordings: 0, requests: 0, deliveries: 0 };
    if (subject.requestIds.length > 0) {
      // Each instance hears of it as a fact, also one that has folded the words long ago.
      const told = await room.run({ type: 'erase', requestIds: subject.requestIds });
      if (!told.ok) throw new Error(`The desk could not be told: ${told.code}`);
    }
    for (const eraser of erasers) erased[eraser.kind] += await eraser.erase(subject);
    // A snapshot of after that fact; older ones cannot be put in its place any more.
    await room.refresh();
    await room.keep('now');
    await audit.note(by, 'data.erased', { ...proofOf(subject), ...erased });
    await erasureStore.done(id);
    await scrub();
    return erased;
  }

  return {
    async erase(by, subject) {
      const { over, left } = await whatIsOver(subject);
      const pending = { id: newId(), at: now(), by, subject: over };
      if (over.sessionIds.length + over.requestIds.length === 0) {
        return { erased: { facts: 0, reports: 0, recordings: 0, requests: 0, deliveries: 0 }, left };
      }
      await audit.note(by, 'data.erasing', proofOf(over));
      await erasureStore.put(pending, now() + claimMs);
      return { erased: await carryOut(pending), left };
    },
    async resume() {
      for (const pending of await erasureStore.pending(now())) {
        if (await erasureStore.claim(pending.id, now(), now() + claimMs)) await carryOut(pending);
      }
    },
  };
}

/** By which somebody who knows a session's id finds that it was erased, and nobody else learns anything. */
export const sessionHash = (sessionId: string): string => hashSecret(sessionId).slice(0, hashChars);

const proofOf = ({ sessionIds, requestIds }: Subject) => ({
  sessions: sessionIds.map(sessionHash),
  asked: requestIds.length,
});
