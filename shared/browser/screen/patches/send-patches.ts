import type { ManagerClient } from '../../manager/manager-client.ts';
import { type PatchSource, sendCompared } from './send-compared.ts';
import { sendWatched } from './send-watched.ts';

export type SendPatches = typeof sendPatches;

interface Source extends PatchSource {
  manager: ManagerClient | null;
  /** What is captured is what is controlled: pixels of another screen go to nobody. */
  isSure: boolean;
}

/**
 * Sends what changes in a controlled picture ahead of its video: what the Support Manager sees, and where it does not,
 * what differs between captured frames. Gives what is called when the viewer does something.
 */
export function sendPatches(source: Source): () => void {
  const { manager, isSure, until } = source;
  if (!manager?.about.watches || !isSure) return sendCompared(source);
  let awaited = () => {};
  void sendWatched(source, manager).then(() => {
    if (!until.aborted) awaited = sendCompared(source);
  });
  return () => awaited();
}
