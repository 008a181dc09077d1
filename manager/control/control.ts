import { limits } from '../../shared/protocol/limits.ts';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { ManagerFact, ManagerFailure, ManagerInput, NativeSurface } from '../../shared/protocol/manager.ts';
import type { Desk } from '../desk/desk.ts';
import { carryOut } from './carry-out.ts';
import { createDropped } from './dropped.ts';
import type { System } from './forbidden-keys.ts';
import { type Closed, createGate } from './gate.ts';
import type { Held } from './held.ts';
import { createOwnHandWatch } from './own-hand-watch.ts';
import { createWheel } from './wheel.ts';

export interface ControlDeps {
  desk: Desk;
  system: System;
  held: Held;
  tell(fact: ManagerFact): void;
  /** ms, never back. */
  now?: () => number;
}

export interface Control {
  /** Null: control has begun. */
  begin(grant: string, surface: NativeSurface): Promise<ManagerFailure | null>;
  renew(grant: string): void;
  end(grant: string): void;
  /** Counts at once, also for what is still waiting to be carried out. */
  pause(on: boolean): void;
  input(message: ManagerInput): Promise<void>;
  closed(grant: string): Closed | null;
  surfaceOf(grant: string): NativeSurface | null;
  drop: ReturnType<typeof createDropped>;
  stop(): void;
}

/** Control of one surface: every event is looked at again here, whatever the extension has checked. */
export function createControl({ desk, system, held, tell, now = () => performance.now() }: ControlDeps): Control {
  const gate = createGate(now);
  const own = createOwnHandWatch(desk, held);
  const drop = createDropped(tell, now);
  /** By code, to know which chord a key makes. */
  const names = new Map<number, string>();
  let wheel = createWheel();
  let suspended = false;
  let timer: NodeJS.Timeout | undefined;

  function letGo() {
    held.releaseAll();
    names.clear();
    wheel = createWheel();
  }

  function over() {
    clearInterval(timer);
    timer = undefined;
    suspended = false;
    letGo();
  }

  function suspend(grant: string) {
    gate.suspend();
    if (suspended) return;
    suspended = true;
    letGo();
    tell({ type: 'manager.suspended', grant, ms: limits.ownInputMs });
  }

  function ended(grant: string) {
    gate.end(grant);
    over();
    tell({ type: 'manager.ended', grant, reason: 'gone' });
  }

  async function watch() {
    const lapsed = gate.takeLapse();
    if (lapsed !== null) {
      over();
      return tell({ type: 'manager.lapsed', grant: lapsed });
    }
    const grant = gate.grant();
    if (grant === null) return;
    if (await own.look()) return gate.surfaceOf(grant) === null ? undefined : suspend(grant);
    if (!suspended || gate.suspendedForMs() > 0) return;
    suspended = false;
    tell({ type: 'manager.resumed', grant });
  }

  return {
    async begin(grant, surface) {
      over();
      const found = await desk.locate(surface, { x: 0.5, y: 0.5 });
      if (!found.ok && found.code === 'gone') return 'gone';
      await own.begin();
      gate.begin(grant, surface);
      const ms = gate.suspendedForMs();
      suspended = ms > 0;
      if (suspended) tell({ type: 'manager.suspended', grant, ms });
      timer = setInterval(() => void watch().catch(() => undefined), managerLimits.ownHandEveryMs);
      return null;
    },
    renew: gate.renew,
    end(grant) {
      if (gate.end(grant)) over();
    },
    pause(on) {
      gate.pause(on);
      if (on) letGo();
    },
    async input(message) {
      const { grant } = message;
      const closed = gate.closed(grant);
      const surface = gate.surfaceOf(grant);
      if (closed !== null || surface === null) {
        if (closed === 'lapsed') letGo();
        return drop(grant, closed ?? 'not-granted');
      }
      if (message.type === 'manager.release') return letGo();
      const result = await carryOut(message, {
        desk,
        system,
        held,
        own,
        names,
        wheel,
        surface,
        closed: () => gate.closed(grant),
      });
      if (result === 'suspended' && gate.surfaceOf(grant) !== null) suspend(grant);
      if (result === 'gone') return ended(grant);
      if (result !== null) drop(grant, result);
    },
    closed: gate.closed,
    surfaceOf: gate.surfaceOf,
    drop,
    stop: over,
  };
}
