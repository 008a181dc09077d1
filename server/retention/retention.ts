import type { RetentionKind } from '../../shared/protocol/retention.ts';
import type { Audit } from '../audit/audit.ts';
import { cutAudit } from '../audit/cut-audit.ts';
import type { Deps } from '../deps.ts';
import { eraseRecording } from '../recordings/erase-recordings.ts';
import type { SiteRetention } from '../settings/site-retention.ts';
import { isConflict } from '../store/is-conflict.ts';
import { pastFailures } from './past-failures.ts';

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

  const oldSessions = pastFailures(
    retentionStore.endedBefore,
    (old) =>
      eachOf(old, async (sessionId) => {
        for (const { erase } of erasers) await erase({ sessionIds: [sessionId], requestIds: [] });
      }),
    limits.retentionSessions,
  );
  const steps: Readonly<Record<RetentionKind, Step>> = {
    async sessions(before) {
      const gone = await oldSessions(before);
      await retentionStore.dropOutcomes(before);
      return gone;
    },
    pictures: (before) => retentionStore.dropPictures(before, limits.retentionSessions),
    recordings: pastFailures(
      deps.recordings.endedBefore,
      (old) => eachOf(old, ({ recordingId }) => eraseRecording(deps, recordingId)),
      limits.retentionSessions,
    ),
    requests: (before) => deskStore.pruneDesk(before, limits.retentionRows),
    deliveries: (before) => webhookStore.prune(before, limits.retentionRows),
    audit: (before) => cutAudit(auditStore, audit, before),
  };

  /** Another instance was at the same; and what fails for one is no reason to keep the others. */
  async function unlessItFails(forget: () => Promise<number>): Promise<number> {
    try {
      return await forget();
    } catch (error) {
      if (!isConflict(error)) report(error);
      return 0;
    }
  }
  /** How many went. */
  async function eachOf<T>(list: readonly T[], erase: (one: T) => Promise<void>): Promise<number> {
    let gone = 0;
    for (const one of list) gone += await unlessItFails(() => erase(one).then(() => 1));
    return gone;
  }

  return {
    async step(): Promise<void> {
      const kept = await setting.read();
      const gone: Partial<Record<RetentionKind, number>> = {};
      for (const kind of Object.keys(steps) as RetentionKind[]) {
        const count = await unlessItFails(() => steps[kind](now() - kept[kind] * dayMs));
        if (count > 0) gone[kind] = count;
      }
      if (Object.keys(gone).length === 0) return;
      await scrub();
      log.info({ gone }, 'kept long enough');
    },
  };
}
