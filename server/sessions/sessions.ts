import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandId, SessionId } from '../../shared/protocol/ids.ts';
import type { CommandContext, Effect } from '../commands/effect.ts';
import { performAction } from '../commands/perform-action.ts';
import { newId } from '../../shared/protocol/new-id.ts';
import type { Entry } from '../../shared/session/facts.ts';
import { createInTurn } from './in-turn.ts';
import { createLiveSession, type LiveDeps, type LiveSession } from './live-session.ts';
import { createSessionLog } from './session-log.ts';
import { sessionTopic } from './session-event.ts';

/** What came of a command: what is left to be performed, and the session's last fact. */
export interface Outcome {
  effects: readonly Effect[];
  seq: number;
}

export interface Sessions {
  /** The session as long as a socket needs it; give it back with `release`. */
  hold(sessionId: SessionId): Promise<LiveSession>;
  release(live: LiveSession): void;
  /** Decides on the newest facts and writes what was decided, again if somebody else was faster. */
  run(sessionId: SessionId, decide: (context: CommandContext) => Effect[], command?: Caller): Promise<Outcome>;
  /** Sessions with sockets here. */
  heldIds(): SessionId[];
  close(): void;
}

/** Whose command it is and its id, for commands that must run at most once. */
export interface Caller {
  id: CommandId;
  by: string;
}

/** `appended` hears of all facts that this instance has written. */
export function createSessions(
  deps: LiveDeps,
  appended: (sessionId: SessionId, entries: readonly Entry[]) => void = () => {},
): Sessions {
  const { store, bus, now, limits, metrics } = deps;
  const instance = newId();
  const held = new Map<SessionId, { live: Promise<LiveSession>; users: number }>();
  const inTurn = createInTurn();

  async function open(sessionId: SessionId): Promise<LiveSession> {
    const live = createLiveSession(deps, instance, sessionId, (action) =>
      run(sessionId, (context) => performAction(context, 'relay', action)),
    );
    try {
      await live.refresh();
      return live;
    } catch (error) {
      live.close();
      throw error;
    }
  }

  async function attempt(
    sessionId: SessionId,
    decide: (context: CommandContext) => Effect[],
    caller: Caller | undefined,
  ): Promise<Outcome | 'again'> {
    const live = await held.get(sessionId)?.live;
    const log = live?.log ?? createSessionLog(store, sessionId);
    await (live ? live.refresh() : log.catchUp());
    if (caller) {
      const ran = await store.ranCommand(sessionId, caller.id);
      if (ran?.by === caller.by) return { effects: [{ type: 'accept', id: caller.id }], seq: ran.seq };
      if (ran) return { effects: [{ type: 'refuse', id: caller.id, code: 'actor.unknown' }], seq: log.seq };
    }
    const at = now();
    const effects = decide({ state: log.state, now: at, limits });
    const [append, ...more] = effects.filter((effect) => effect.type === 'append');
    if (!append) return { effects, seq: log.seq };
    if (more.length > 0) throw new Error('A command appends once.');
    const { type: _type, ...what } = append;
    const once = caller ? { command: caller.id } : {};
    const written = await store.append({ sessionId, after: log.seq, at, ...what, ...once });
    if (!written.ok) {
      return written.code === 'conflict' ? 'again' : { effects: [{ type: 'fail', code: 'number.unknown' }], seq: 0 };
    }
    metrics.facts.inc(written.entries.length);
    if (live) live.appended(written.entries);
    else bus.publish(sessionTopic(sessionId), JSON.stringify({ type: 'facts.appended', instance: '' }));
    appended(sessionId, written.entries);
    return {
      effects: effects.filter((effect) => effect !== append),
      seq: log.seq + (live ? 0 : written.entries.length),
    };
  }

  function run(sessionId: SessionId, decide: (context: CommandContext) => Effect[], caller?: Caller): Promise<Outcome> {
    return inTurn(sessionId, async () => {
      for (let tries = 0; tries < limits.appendAttempts; tries += 1) {
        const outcome = await attempt(sessionId, decide, caller);
        if (outcome !== 'again') return outcome;
        await sleep(Math.random() * Math.min(50, 2 ** tries));
      }
      const effects: Effect[] = caller ? [{ type: 'refuse', id: caller.id, code: 'relay.busy' }] : [];
      return { effects: [...effects, { type: 'fail', code: 'internal' }], seq: 0 };
    });
  }

  return {
    hold(sessionId) {
      const known = held.get(sessionId) ?? { live: open(sessionId), users: 0 };
      held.set(sessionId, known);
      known.users += 1;
      known.live.catch(() => {
        if (held.get(sessionId) === known) held.delete(sessionId);
      });
      return known.live;
    },
    release(live) {
      const known = held.get(live.id);
      if (!known) return;
      known.users -= 1;
      if (known.users > 0) return;
      held.delete(live.id);
      live.close();
    },
    run,
    heldIds: () => [...held.keys()],
    close() {
      for (const { live } of held.values()) live.then((one) => one.close()).catch(() => {});
      held.clear();
    },
  };
}
