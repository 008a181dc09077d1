import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId } from '../../protocol/ids.ts';
import type { Share } from '../../session/share.ts';

type Level = Share['ref']['level'];
export type OwnGrant = `${Level}/${CommandId}`;

/** Where the grants outlive a reload of the window. */
export interface GrantKeeper {
  grants(): Promise<readonly string[]>;
  keepGrants(grants: readonly string[]): Promise<void>;
}

export interface OwnGrants {
  /** Null until what was kept is known. */
  readonly all: ReadonlySignal<ReadonlySet<string> | null>;
  /** Has just been allowed. */
  add(level: Level, grantId: CommandId): void;
  /** Over; with view, control too. */
  drop(level: Level, grantId: CommandId): void;
  /** Nothing shall be shown, whatever is still under way. */
  clear(): void;
}

export const ownGrant = (level: Level, grantId: CommandId): OwnGrant => `${level}/${grantId}`;

/**
 * What the owner of a page has allowed in this window. Only this is shown: that the relay says something was
 * allowed is not enough, and a grant that arrives after Stop finds nothing here.
 */
export function createOwnGrants(keeper: GrantKeeper): OwnGrants {
  const all = signal<ReadonlySet<string> | null>(null);
  let early: ReadonlySet<string> = new Set();

  const now = () => all.peek() ?? early;
  function set(next: ReadonlySet<string>): void {
    if (all.peek()) all.value = next;
    else early = next;
    void keeper.keepGrants([...next]);
  }
  const load = (kept: readonly string[]) => {
    all.value = new Set([...kept, ...early]);
  };
  keeper.grants().then(load, () => load([]));

  return {
    all,
    add: (level, grantId) =>
      // Control cannot be had blind: it may have to bring view with it.
      set(new Set([...now(), ownGrant(level, grantId), ownGrant('view', grantId)])),
    drop(level, grantId) {
      const gone = level === 'view' ? ['view', 'control'] : ['control'];
      set(new Set([...now()].filter((one) => !gone.some((what) => one === `${what}/${grantId}`))));
    },
    clear: () => set(new Set()),
  };
}
