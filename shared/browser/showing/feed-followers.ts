import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Viewer } from '../assist/shown.ts';
import type { Link } from '../link/contract.ts';
import { feedFollower } from './feed-follower.ts';
import type { ShownTab } from './show-tab.ts';

interface Deps {
  followers: ReadonlySignal<readonly Viewer[]>;
  linkTo: (viewer: ParticipantId) => Link | null;
  /** The tab that the one who chooses sees. */
  seen: ReadonlySignal<ShownTab | null>;
  signal: AbortSignal;
}

/** Each who may see the page beside its first viewer, for as long as the grant to that one stands. */
export function feedFollowers({ followers, linkTo, seen, signal: life }: Deps): void {
  const fed = new Map<Link, AbortController>();
  const dispose = effect(() => {
    const now = followers.value.flatMap(({ view }) => {
      const link = linkTo(view.ref.viewer);
      return link ? [link] : [];
    });
    untracked(() => {
      for (const [link, end] of fed) {
        if (now.includes(link)) continue;
        end.abort();
        fed.delete(link);
      }
      for (const link of now) {
        if (fed.has(link)) continue;
        const end = new AbortController();
        fed.set(link, end);
        feedFollower({ link, seen, signal: end.signal });
      }
    });
  });
  life.addEventListener('abort', () => {
    dispose();
    for (const end of fed.values()) end.abort();
    fed.clear();
  });
}
