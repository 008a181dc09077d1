import type { ExportKind } from '../../shared/protocol/playback.ts';
import type { Audit } from '../audit/audit.ts';
import type { ViewRight } from './view-token.ts';

export interface ExportNotes {
  /** Resolves when it stands in the audit log, once for a view and a kind: a file is fetched in many ranges. */
  note(right: ViewRight, kind: ExportKind): Promise<void>;
}

const keptAtMost = 1_000;

/** What leaves the relay is noted where it leaves, whoever fetches it with whatever. */
export function createExportNotes(audit: Audit): ExportNotes {
  const noted = new Set<string>();
  return {
    async note({ recordingId, by, byName, until }, kind) {
      const key = JSON.stringify([recordingId, by, until, kind]);
      if (noted.has(key)) return;
      await audit.note({ id: by, name: byName }, 'recording.exported', { recordingId, kind });
      noted.add(key);
      for (const oldest of noted) if (noted.size > keptAtMost) noted.delete(oldest);
    },
  };
}
