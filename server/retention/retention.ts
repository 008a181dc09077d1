import type { Retention, RetentionKind } from '../../shared/protocol/retention.ts';
import type { Audit } from '../audit/audit.ts';
import { cutAudit } from '../audit/cut-audit.ts';
import type { Deps } from '../deps.ts';
import { eraseRecording } from '../recordings/erase-recordings.ts';
import type { SiteRetention } from '../settings/site-retention.ts';
import { isConflict } from '../store/is-conflict.ts';

const dayMs = 24 * 60 * 60_000;

type RetentionDeps = Pick<
  Deps,
  | 'retentionStore'
  | 'erasers'
  | 'recordings'
  | 'recordingLinks'
  | 'deskStore'
  | 'webhookStore'
  | 'auditStore'
  | 'scrub'
  | 'now'
  | 'limits'
  | 'log'
  | 'report'
>;
/** Forgets a bounded piece of what was over before then; how many pieces went. It may be done twice. */
type Step = (before: number) => Promise<number>;

/** Forgets what has been kept for as long as the site has decided, a step at a time. Any instance may do it. */
export function createRetention(deps: RetentionDeps, setting: Pick<SiteRetention, 'read'>, audit: Audit) {
  const { retentionStore, erasers, deskStore, webhookStore, auditStore, scrub, now, limits, log, report } = deps;

  const steps: Readonly<Record<RetentionKind, Step>> = {
    async sessions(before) {
      const sessionIds = await retentionStore.endedBefore(before, limits.retentionSessions);
      if (sessionIds.length > 0) for (const { erase } of erasers) await erase({ sessionIds, requestIds: [] });
      await retentionStore.dropOutcomes(before);
      return sessionIds.length;
    },
    pictures: (before) => retentionStore.dropPictures(before, limits.retentionSessions),
    async recordings(before) {
      const old = await deps.recordings.endedBefore(before, limits.retentionSessions);
      for (const { recordingId } of old) await eraseRecording(deps, recordingId);
      return old.length;
    },
    requests: (before) => deskStore.pruneDesk(before, limits.retentionRows),
    deliveries: (before) => webhookStore.prune(before, limits.retentionRows),
    audit: (before) => cutAudit(auditStore, audit, before),
  };

  async function stepOf(kind: RetentionKind, step: Step, kept: Retention): Promise<number> {
    try {
      return await step(now() - kept[kind] * dayMs);
    } catch (error) {
      // Another instance was at the same; and what fails for one kind is no reason to keep the others.
      if (!isConflict(error)) report(error);
      return 0;
    }
  }

  return {
    async step(): Promise<void> {
      const kept = await setting.read();
      const gone: Partial<Record<RetentionKind, number>> = {};
      for (const kind of Object.keys(steps) as RetentionKind[]) {
        const count = await stepOf(kind, steps[kind], kept);
        if (count > 0) gone[kind] = count;
      }
      if (Object.keys(gone).length === 0) return;
      await scrub();
      log.info({ gone }, 'kept long enough');
    },
  };
}
