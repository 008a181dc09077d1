import type { HostId } from '../../shared/queue/names.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from './desk-room.ts';

/** Hosts who look at their desk, on this instance. Who closes every window of it is away soon. */
export interface PresentHosts {
  /** Returns how to go. */
  comes(hostId: HostId): () => void;
  close(): void;
}

export function createPresentHosts({ limits, report }: Pick<Deps, 'limits' | 'report'>, room: DeskRoom): PresentHosts {
  const windows = new Map<HostId, number>();
  const going = new Map<HostId, NodeJS.Timeout>();

  function gone(hostId: HostId): void {
    going.delete(hostId);
    const host = room.desk.hosts.get(hostId);
    if (!host || host.availability === 'away') return;
    room.run({ type: 'set-availability', hostId, name: host.name, availability: 'away' }).catch(report);
  }

  return {
    comes(hostId) {
      clearTimeout(going.get(hostId));
      going.delete(hostId);
      windows.set(hostId, (windows.get(hostId) ?? 0) + 1);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        const left = (windows.get(hostId) ?? 1) - 1;
        if (left > 0) return void windows.set(hostId, left);
        windows.delete(hostId);
        going.set(
          hostId,
          setTimeout(() => gone(hostId), limits.hostGoneMs),
        );
      };
    },
    close() {
      for (const timer of going.values()) clearTimeout(timer);
      going.clear();
    },
  };
}
