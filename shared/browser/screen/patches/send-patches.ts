import type { ManagerClient } from '../../manager/manager-client.ts';
import { type PatchSource, sendCompared } from './send-compared.ts';
import { sendWatched } from './send-watched.ts';

export type SendPatches = typeof sendPatches;

/**
 * Sends what changes in a controlled picture ahead of its video: what the Support Manager sees, and where it does not,
 * what differs between captured frames. Gives what is called when the viewer does something.
 */
export function sendPatches(source: PatchSource & { manager: ManagerClient | null }): () => void {
  const { manager, until } = source;
  if (!manager?.about.watches) return sendCompared(source);
  let awaited = () => {};
  void sendWatched(source, manager).then(() => {
    if (!until.aborted) awaited = sendCompared(source);
  });
  return () => awaited();
}
