import { patchLimits } from '../../../protocol/patch-limits.ts';
import type { Link } from '../../link/contract.ts';

interface Deps {
  way: Link;
  /** Whether the viewer has something of it over the video. */
  onAhead: (isAhead: boolean) => void;
  /** What was sent has arrived, or nearly. */
  onFree: () => void;
  until: AbortSignal;
}

const lookEveryMs = 10;

/** Sends messages for the channel `screen-patch`, and says when the next may follow. */
export function createPatchOutlet({ way, onAhead, onFree, until }: Deps) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const freeSoon = () => {
    if (way.unsent('screen-patch') <= patchLimits.unsentBytes) return onFree();
    timer = setTimeout(freeSoon, lookEveryMs);
    return undefined;
  };
  until.addEventListener('abort', () => {
    clearTimeout(timer);
    // What has not left would come over a picture that is controlled no more.
    way.clear('screen-patch');
  });
  /** `covers`: the viewer has something over the video then. */
  return (message: Uint8Array<ArrayBuffer>, covers: boolean): void => {
    way.send('screen-patch', message);
    onAhead(covers);
    clearTimeout(timer);
    freeSoon();
  };
}
