import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { PatchHeader } from '../../../protocol/screen-patch.ts';
import type { Link } from '../../link/contract.ts';
import { decodePatch } from './patch-message.ts';

export interface PatchView {
  /** Of control, and the picture under it. */
  grant: string;
  stream: string;
  hear(header: PatchHeader, pixels: Uint8Array): void;
  /** The other side is a new one. */
  clear(): void;
}

/** Pictures of the other side that are controlled here, each of which gets what comes ahead of its video. */
export interface PatchViews {
  open(view: PatchView, until: AbortSignal): void;
}

export function createPatchViews(link: ReadonlySignal<Link | null>, life: AbortSignal): PatchViews {
  const views = new Set<PatchView>();
  const clear = () => views.forEach((view) => view.clear());
  const dispose = effect(() => {
    const way = link.value;
    untracked(clear);
    way?.onFresh(() => {
      if (link.peek() === way) clear();
    });
    way?.receive('screen-patch', (bytes) => {
      const patch = life.aborted || link.peek() !== way ? null : decodePatch(bytes);
      if (!patch) return;
      const { header, pixels } = patch;
      // What is controlled no more, or was never asked for, is nobody's.
      for (const view of views) {
        if (view.grant === header.grant && view.stream === header.stream) view.hear(header, pixels);
      }
    });
  });
  life.addEventListener('abort', dispose);
  return {
    open(view, until) {
      views.add(view);
      until.addEventListener('abort', () => views.delete(view));
    },
  };
}
