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
    const now = new Map(
      followers.value.flatMap(({ view, viewerName }) => {
        const link = linkTo(view.ref.viewer);
        return link ? [[link, viewerName] as const] : [];
      }),
    );
    untracked(() => {
      for (const [link, end] of fed) {
        if (now.has(link)) continue;
        end.abort();
        fed.delete(link);
      }
      for (const [link, name] of now) {
        if (fed.has(link)) continue;
        const end = new AbortController();
        fed.set(link, end);
        feedFollower({ link, name, seen, signal: end.signal });
      }
    });
  });
  life.addEventListener('abort', () => {
    dispose();
    for (const end of fed.values()) end.abort();
    fed.clear();
  });
}
