import { setTimeout as sleep } from 'node:timers/promises';
import { decideDesk } from '../../shared/queue/decide-desk.ts';
import type { DeskAction, DeskRefusal } from '../../shared/queue/desk-action.ts';
import type { DeskEntry, DeskFact, RequestId } from '../../shared/queue/desk-facts.ts';
import type { Desk } from '../../shared/queue/desk.ts';
import { distribute } from '../../shared/queue/distribute.ts';
import { foldDesk, newDesk } from '../../shared/queue/fold-desk.ts';
import type { Inbound } from '../../shared/queue/inbound.ts';
import { deskFromText, deskToText } from '../../shared/queue/keep-desk.ts';
import type { Deps } from '../deps.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import type { SiteInbound } from '../settings/site-inbound.ts';

export type Ruled = { ok: true } | { ok: false; code: DeskRefusal | 'relay.busy' };

/** The site's desk as this instance has read it. The store has the say. */
export interface DeskRoom {
  readonly desk: Desk;
  readonly inbound: Inbound;
  /** Decides on the newest facts, writes what was decided, and hands out what can be handed out then. */
  run(action: DeskAction, token?: { requestId: RequestId; hash: string }): Promise<Ruled>;
  /** Calls when there may be something new. Returns how to stop. */
  follow(changed: () => void): () => void;
  /** Reads what is new in the store; many who ask at once wait for the same. */
  refresh(): Promise<void>;
  /** As it was within the last second: for those who ask much and decide nothing. */
  recent(): Promise<void>;
  /** Writes down the desk as it is, so that a fresh instance need not read all from the beginning: when it is time. */
  keep(when?: 'now'): Promise<void>;
  close(): void;
}

type RoomDeps = Pick<Deps, 'deskStore' | 'bus' | 'now' | 'limits' | 'report'>;

const topic = 'desk';
const dayMs = 24 * 60 * 60_000;

export function createDeskRoom(
  { deskStore: store, bus, now, limits, report }: RoomDeps,
  setting: SiteInbound,
): DeskRoom {
  const inTurn = createInTurn();
  const followers = new Set<() => void>();
  let desk = newDesk();
  let inbound: Inbound | null = null;
  let keptSeq = 0;
  let keptAt = now();
  /** What the snapshot still holds has been forgotten here. */
  let isForgetting = false;
  let isRead = false;
  let readAt = -Infinity;

  function take(entries: readonly DeskEntry[]): void {
    for (const entry of entries) foldDesk(desk, entry);
  }
  function tell(): void {
    for (const changed of followers) changed();
  }

  async function begin(): Promise<void> {
    const kept = await store.snapshot();
    try {
      if (kept) desk = deskFromText(kept.state);
      keptSeq = desk.seq;
    } catch (error) {
      // Of another version: all facts that are there are folded.
      report(error);
    }
    isRead = true;
  }
  async function catchUp(): Promise<void> {
    if (!isRead) await begin();
    inbound ??= await setting.read();
    const before = desk.seq;
    readAt = now();
    for (;;) {
      const entries = await store.entries(desk.seq, limits.deskFactsRead);
      take(entries);
      if (entries.length < limits.deskFactsRead) break;
    }
    if (desk.seq !== before) tell();
  }

  /** False: another instance was faster. */
  async function write(facts: readonly DeskFact[], tokens?: ReadonlyMap<RequestId, string>): Promise<boolean> {
    if (facts.length === 0) return true;
    const entries = await store.append({ after: desk.seq, at: now(), facts, ...(tokens ? { tokens } : {}) });
    if (!entries) return false;
    take(entries);
    return true;
  }

  async function attempt(action: DeskAction, tokens?: ReadonlyMap<RequestId, string>): Promise<Ruled | 'again'> {
    await catchUp();
    if (!inbound) throw new Error('The desk was not read.');
    const before = desk.seq;
    const ruled = decideDesk({ desk, inbound, now: now() }, action);
    if (!ruled.ok) return ruled;
    if (!(await write(ruled.facts, tokens))) return 'again';
    // Lost to another instance, or to a fault, it is made up for by the next who runs, at the latest by the clock.
    await write(distribute(desk, inbound, now())).catch(report);
    if (desk.seq !== before) {
      bus.publish(topic, '');
      tell();
    }
    return { ok: true };
  }

  const run: DeskRoom['run'] = (action, token) =>
    inTurn(topic, async () => {
      const tokens = token && new Map([[token.requestId, token.hash]]);
      for (let tries = 0; tries < limits.appendAttempts; tries += 1) {
        const ruled = await attempt(action, tokens);
        if (ruled !== 'again') return ruled;
        await sleep(Math.random() * Math.min(50, 2 ** tries));
      }
      return { ok: false, code: 'relay.busy' } as const;
    });
  let refreshing: Promise<void> | null = null;
  const refresh = () => {
    refreshing ??= inTurn(topic, () => {
      refreshing = null;
      return catchUp();
    });
    return refreshing;
  };

  let isOver = false;
  /** What the store cannot do any more once it has been closed is no bug. */
  const failed = (error: unknown) => {
    if (!isOver) report(error);
  };
  let isTicking = false;
  const clock = setInterval(() => {
    if (isTicking) return;
    isTicking = true;
    run({ type: 'lapse' })
      .catch(failed)
      .finally(() => (isTicking = false));
  }, limits.tendMs);
  const unsubscribe = bus.subscribe(topic, () => void refresh().catch(failed));
  const unfollow = setting.follow((decided) => {
    inbound = decided;
    tell();
  });

  return {
    get desk() {
      return desk;
    },
    get inbound() {
      if (!inbound) throw new Error('The desk was not read.');
      return inbound;
    },
    run,
    follow(changed) {
      const follower = () => changed();
      followers.add(follower);
      return () => void followers.delete(follower);
    },
    refresh,
    recent: () => (now() - readAt < limits.deskRecentMs && inbound ? Promise.resolve() : refresh()),
    keep: (when) =>
      inTurn(topic, async () => {
        // What was told to customers long ago is nobody's business any more.
        for (const [id, { at }] of desk.accepted) {
          if (at < now() - limits.deskAcceptedKeptMs && desk.accepted.delete(id)) isForgetting = true;
        }
        const isNew = desk.seq !== keptSeq || isForgetting;
        const isTime = desk.seq - keptSeq >= limits.deskFactsBetweenSnapshots || now() - keptAt >= dayMs;
        if (when !== 'now' && !(isNew && isTime)) return;
        isForgetting = false;
        await store.putSnapshot(desk.seq, deskToText(desk));
        keptSeq = desk.seq;
        keptAt = now();
      }),
    close() {
      isOver = true;
      clearInterval(clock);
      unsubscribe();
      unfollow();
    },
  };
}
