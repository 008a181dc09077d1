import type { Logger } from 'pino';
import type { Eraser } from './erasure/eraser.ts';
import type { Auth } from './auth/auth.ts';
import type { Bus } from './bus/bus.ts';
import type { Site } from '../shared/protocol/rest.ts';
import type { RelayLimits } from './limits/relay-limits.ts';
import type { Recordings } from './recordings/recordings.ts';
import type { MailSettings } from './mail/mail-settings.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Metrics } from './metrics.ts';
import type { AuditStore } from './store/audit-store.ts';
import type { DeskStore } from './store/desk-store.ts';
import type { ErasureStore } from './store/erasure-store.ts';
import type { HeldStore } from './store/held-store.ts';
import type { RecordingLinks } from './store/recording-links.ts';
import type { RecordingList } from './store/recording-list.ts';
import type { ReportStore } from './store/report-store.ts';
import type { HistoryStore } from './store/history-store.ts';
import type { KeyStore } from './store/key-store.ts';
import type { RetentionStore } from './store/retention-store.ts';
import type { Store } from './store/store.ts';
import type { WebhookStore } from './store/webhook-store.ts';
import type { TurnSettings } from './turn/turn-settings.ts';

export interface Settings {
  siteName: string;
  /** False: participants are told to use the relay only. */
  peerToPeer: boolean;
  turn: TurnSettings;
  mail: MailSettings | null;
  /** Where people reach the relay; the first is the one that links are made with. */
  publicOrigins: readonly [string, ...string[]];
  /** Extensions allowed in besides Firefox's, whose origins are random. */
  extensionOrigins: readonly string[];
  /** How many proxies in front may be believed about the client's address. */
  trustedProxies: number;
  /** `shop`: null where real customers come, as it runs on the relay's own origin. */
  folders: { pages: string; dist: string; shop: string | null };
  /** Where the extension is offered besides the relay's own downloads. */
  stores: Site['stores'];
  /** Webhooks may reach addresses of private networks, without TLS too. */
  webhooksPrivate: boolean;
}

/** All that the relay needs; nothing else is reached for. */
export interface Deps {
  settings: Settings;
  limits: RelayLimits;
  store: Store;
  deskStore: DeskStore;
  reportStore: ReportStore;
  recordings: Recordings;
  recordingList: RecordingList;
  recordingLinks: RecordingLinks;
  auditStore: AuditStore;
  keyStore: KeyStore;
  webhookStore: WebhookStore;
  heldStore: HeldStore;
  historyStore: HistoryStore;
  erasureStore: ErasureStore;
  retentionStore: RetentionStore;
  /** One for each kind of what is held about customers, in the order in which they go. */
  erasers: readonly Eraser[];
  /** Takes what was deleted off the disk; false: not all of it just now. */
  scrub: () => Promise<boolean>;
  bus: Bus;
  auth: Auth;
  /** Null where the site has no mail server. */
  mailer: Mailer | null;
  /** Keys the hashes of session numbers. */
  secret: string;
  /** ms since 1970 */
  now: () => number;
  log: Logger;
  /** Where bugs go. */
  report: (error: unknown) => void;
  metrics: Metrics;
}
