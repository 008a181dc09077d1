import type { Logger } from 'pino';
import { createAuth } from './auth/auth.ts';
import { createBlobs } from './blobs/create-blobs.ts';
import { createInProcessBus } from './bus/in-process-bus.ts';
import type { Deps } from './deps.ts';
import type { Environment } from './environment.ts';
import { createMailer } from './mail/mailer.ts';
import { createMetrics } from './metrics.ts';
import { createRecordings } from './recordings/create-recordings.ts';
import { eraseRecordings } from './recordings/erase-recordings.ts';
import { serverSecret } from './server-secret.ts';
import { createAuditStore } from './store/audit-store.ts';
import { createDeskStore } from './store/desk-store.ts';
import { eraseDeliveries } from './store/erasers/erase-deliveries.ts';
import { eraseReports } from './store/erasers/erase-reports.ts';
import { eraseRequests } from './store/erasers/erase-requests.ts';
import { eraseSessions } from './store/erasers/erase-sessions.ts';
import { createErasureStore } from './store/erasure-store.ts';
import { createHeldStore } from './store/held-store.ts';
import { createHistoryStore } from './store/history-store.ts';
import { createKeyStore } from './store/key-store.ts';
import { createKyselyStore } from './store/kysely-store.ts';
import { createRecordingStore } from './store/recording-store.ts';
import { createRecordingLinks } from './store/recording-links.ts';
import { createRecordingList } from './store/recording-list.ts';
import { createReportStore } from './store/report-store.ts';
import { openDatabase } from './store/open-database.ts';
import { createRetentionStore } from './store/retention-store.ts';
import { scrub } from './store/scrub.ts';
import { createWebhookStore } from './store/webhook-store.ts';

/** The real parts, as the environment wants them. Opens the database and brings its tables up to date. */
export async function createDeps(environment: Environment, port: number, log: Logger): Promise<Deps> {
  const settings = environment.settings(port);
  const secret = environment.secret ?? serverSecret(environment.data);
  const database = await openDatabase(environment.data, environment.databaseUrl);
  const recordings = createRecordings({
    recordingStore: createRecordingStore(database.db),
    blobs: await createBlobs(environment.blobs),
    secret,
  });
  const recordingLinks = createRecordingLinks(database.db);
  const rowErasers = [eraseDeliveries, eraseRequests, eraseReports, eraseSessions];
  return {
    settings,
    secret,
    log,
    limits: environment.limits,
    store: createKyselyStore(database.db),
    deskStore: createDeskStore(database.db),
    reportStore: createReportStore(database.db),
    recordings,
    recordingList: createRecordingList(database.db),
    recordingLinks,
    auditStore: createAuditStore(database.db),
    keyStore: createKeyStore(database.db),
    webhookStore: createWebhookStore(database.db),
    heldStore: createHeldStore(database.db),
    historyStore: createHistoryStore(database.db),
    erasureStore: createErasureStore(database.db),
    retentionStore: createRetentionStore(database.db),
    // Recordings last: with the facts the seats are gone, and nobody adds to one any more.
    erasers: [...rowErasers.map((eraser) => eraser(database.db)), eraseRecordings({ recordings, recordingLinks })],
    scrub: () => scrub(database),
    bus: createInProcessBus(),
    auth: await createAuth({ database, settings, secret, log }),
    mailer: settings.mail && createMailer(settings.mail),
    now: Date.now,
    report: (error) => log.error({ err: error }, 'bug'),
    metrics: createMetrics(),
  };
}
