import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, ParticipantId } from '../../protocol/ids.ts';
import type { ShareRef } from '../../session/share.ts';

/** To whom, and how much. */
export type Granted = Pick<ShareRef, 'level' | 'viewer'>;
export type OwnGrant = `${Granted['level']}/${ParticipantId}/${CommandId}`;

/** Where the grants outlive a reload of the window. */
export interface GrantKeeper {
  grants(): Promise<readonly string[]>;
  keepGrants(grants: readonly string[]): Promise<void>;
}

export interface OwnGrants {
  /** Null until what was kept is known. */
  readonly all: ReadonlySignal<ReadonlySet<string> | null>;
  /** Has just been allowed. */
  add(granted: Granted, grantId: CommandId): void;
  /** Over; the end of view is the end of all that this viewer had. */
  drop(granted: Granted, grantId: CommandId): void;
  /** Was never given: the relay did not take it. */
  forget(grantId: CommandId): void;
  /** Nobody controls any more. */
  dropControl(): void;
  /** Nothing shall be shown, whatever is still under way. */
  clear(): void;
}

export const ownGrant = ({ level, viewer }: Granted, grantId: CommandId): OwnGrant => `${level}/${viewer}/${grantId}`;

/**
 * What the owner of a page has allowed in this window, and to whom: whoever makes up facts cannot lend it to another.
 * Only this is shown: that the relay says something was allowed is not enough, and a grant that arrives after Stop
 * finds nothing here.
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
    add: ({ level, viewer }, grantId) =>
      // Control cannot be had blind: it may have to bring view with it.
      set(new Set([...now(), ownGrant({ level, viewer }, grantId), ownGrant({ level: 'view', viewer }, grantId)])),
    drop({ level, viewer }, grantId) {
      const gone = ownGrant({ level, viewer }, grantId);
      const isGone = (one: string) => (level === 'view' ? one.split('/')[1] === viewer : one === gone);
      if ([...now()].includes(gone)) set(new Set([...now()].filter((one) => !isGone(one))));
    },
    forget: (grantId) => set(new Set([...now()].filter((one) => !one.endsWith(`/${grantId}`)))),
    dropControl: () => set(new Set([...now()].filter((one) => !one.startsWith('control/')))),
    clear: () => set(new Set()),
  };
}
