import { type Deed, deedsAtOnce } from '../../session/folder-deed.ts';
import type { SessionClient } from '../link/session-client.ts';

/** Tells the session what was done, many at once where they come faster than the relay takes them. */
export function createNoteDeeds(client: Pick<SessionClient, 'perform'>): (grantId: string, deed: Deed) => void {
  const waiting: { grantId: string; deed: Deed }[] = [];
  let isTelling = false;

  async function tell(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    for (let first = waiting[0]; first; first = waiting[0]) {
      const { grantId } = first;
      const other = waiting.findIndex((one) => one.grantId !== grantId);
      const batch = waiting.splice(0, Math.min(deedsAtOnce, other < 0 ? waiting.length : other));
      // The client says it again until the relay has it.
      await client.perform({ type: 'folder.note', grantId, deeds: batch.map(({ deed }) => deed) });
    }
    isTelling = false;
  }
  return (grantId, deed) => {
    waiting.push({ grantId, deed });
    void tell();
  };
}
