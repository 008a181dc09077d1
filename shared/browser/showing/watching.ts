import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type HostCobrowse, type HostCobrowseDeps, startHostCobrowse } from '../cobrowse/host-cobrowse.ts';
import type { Link } from '../link/contract.ts';

/** Somebody else's page that is shown here, as the one who watches it has it. */
export interface Watching {
  /** Null while nothing is shown, or no player is there to play it. */
  cobrowse: ReadonlySignal<HostCobrowse | null>;
  /** The player page is ready for a mirror. */
  attachPlayer(port: MessagePort): void;
}

interface Deps {
  /** To the owner, in this direction. */
  link: ReadonlySignal<Link | null>;
  /** The grant of what is shown, or null. */
  grantId: ReadonlySignal<string | null>;
  mayControl: ReadonlySignal<boolean>;
  ownerOnline: ReadonlySignal<boolean>;
  /** What is said in the player, at the pointer. */
  words: NonNullable<HostCobrowseDeps['words']>;
  cache?: HostCobrowseDeps['cache'];
  signal: AbortSignal;
}

/** Plays the mirror of what is shown, and controls it while that is granted; for either side of a session. */
export function createWatching({ link, grantId, mayControl, ownerOnline, words, cache, signal: life }: Deps): Watching {
  const player = signal<MessagePort | null>(null);
  const cobrowse = signal<HostCobrowse | null>(null);
  const disposers = [
    effect(() => {
      const way = link.value;
      const port = player.value;
      if (!way || !port || !grantId.value) return undefined;
      const inner = new AbortController();
      cobrowse.value = untracked(() =>
        startHostCobrowse({ link: way, player: port, words, ...(cache && { cache }), signal: inner.signal }),
      );
      return () => {
        inner.abort();
        cobrowse.value = null;
      };
    }),
    effect(() => {
      // A reloaded owner leaves the relay before the peer is missed.
      void ownerOnline.value;
      untracked(() => cobrowse.peek()?.control.doubt());
    }),
    effect(() => {
      const mirror = cobrowse.value;
      if (!mirror || !mayControl.value) return undefined;
      untracked(() => mirror.control.start());
      return () => untracked(() => mirror.control.stop());
    }),
  ];
  life.addEventListener('abort', () => {
    for (const dispose of disposers) dispose();
  });
  return { cobrowse, attachPlayer: (port) => (player.value = port) };
}
