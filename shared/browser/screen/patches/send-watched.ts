import { effect } from '@preact/signals';
import * as v from 'valibot';
import { patchLimits } from '../../../protocol/patch-limits.ts';
import { type PatchColours, pictureSize } from '../../../protocol/screen-patch.ts';
import { fromBase64 } from '../../cobrowse/assets/base64.ts';
import type { ManagerClient, ManagerSight } from '../../manager/manager-client.ts';
import { encodePatch } from './patch-message.ts';
import { createPatchOutlet } from './patch-outlet.ts';
import type { PatchSource } from './send-compared.ts';

/** A screen's own pixels. */
const colours: PatchColours = { primaries: 'bt709', transfer: 'iec61966-2-1', matrix: 'rgb', fullRange: true };

const sizeOf = (stream: MediaStream) => {
  const { width = 0, height = 0 } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  return { width, height };
};

/**
 * Sends what the Support Manager sees change in a controlled picture, which it does sooner than the browser captures
 * it. It knows itself what it has carried out. Resolves when it cannot, or no more.
 */
export function sendWatched(source: PatchSource, client: ManagerClient): Promise<void> {
  const { way, grant, stream, quality } = source;
  // A browser does not know it yet, or a wall of screens is larger than any picture may be.
  if (!v.is(pictureSize, sizeOf(stream))) return Promise.resolve();
  const under = { grant, stream: stream.id };
  const ended = new AbortController();
  const until = AbortSignal.any([source.until, ended.signal]);
  let isAhead = false;
  const onAhead = (on: boolean) => source.onAhead((isAhead = on));
  // Of all control: that the video shows all must arrive also where no more is watched.
  const put = createPatchOutlet({ way, onAhead, onFree: () => client.watchNext(grant), until: source.until });
  const clear = () => put(encodePatch({ type: 'patch.clear', ...under }), false);

  function changed({ size, parts, pixels }: Extract<ManagerSight, { type: 'manager.changed' }>): void {
    const { width, height } = sizeOf(stream);
    const packed = fromBase64(pixels);
    // What the browser captures has another size by now: places in the one are none in the other.
    if (!packed || size.width !== width || size.height !== height) return end();
    put(encodePatch({ type: 'patch.put', ...under, size, format: 'BGRX', colours, parts }, packed), true);
  }

  function end(): void {
    if (until.aborted) return;
    if (isAhead) clear();
    ended.abort();
  }

  client.onSight((sight) => {
    if (sight.grant !== grant) return;
    if (sight.type === 'manager.changed') changed(sight);
    else if (sight.type === 'manager.unchanged') clear();
    else end();
  }, until);
  const dispose = effect(() => {
    const size = sizeOf(stream);
    const bytesPerSecond = patchLimits.bytesPerSecond[quality.value];
    if (!v.is(pictureSize, size)) return end();
    void client.watch(grant, size, bytesPerSecond).then(({ ok }) => ok || end());
  });
  return new Promise((resolve) => {
    until.addEventListener('abort', () => {
      dispose();
      client.endWatch(grant);
      resolve();
    });
  });
}
