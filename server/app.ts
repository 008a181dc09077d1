import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { createAudit } from './audit/audit.ts';
import { createApiKeys } from './keys/api-keys.ts';
import { createSiteGoal } from './settings/site-goal.ts';
import { createSiteBranding } from './settings/site-branding.ts';
import { createSitePlaybackAccess } from './settings/site-playback-access.ts';
import { createSiteFiles } from './settings/site-files.ts';
import { createSiteInbound } from './settings/site-inbound.ts';
import { createSiteRetention } from './settings/site-retention.ts';
import { createSitePolicy } from './settings/site-policy.ts';
import { clientAddress } from './limits/client-address.ts';
import { createDesk } from './desk/create-desk.ts';
import type { DeskRoom } from './desk/desk-room.ts';
import { createErasure } from './erasure/erasure.ts';
import { createExportNotes } from './playback/export-notes.ts';
import { createOfflineFile } from './playback/offline-file.ts';
import { createPlayback } from './playback/playback.ts';
import { createRecordingAccess } from './playback/recording-access.ts';
import { createSeekableTracks } from './playback/seekable-tracks.ts';
import { createPostOffice } from './mail/post-office.ts';
import { cannedTextsRoute } from './routes/canned-texts-route.ts';
import { apiGuard } from './routes/api-guard.ts';
import { auditRoute } from './routes/audit-route.ts';
import { authRoutes } from './routes/auth-routes.ts';
import { descriptionRoute } from './routes/description-route.ts';
import { brandingRoute } from './routes/branding-route.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { embedRoutes } from './routes/embed-routes.ts';
import type { Env, Middleware, Routes } from './routes/env.ts';
import { heldRoutes } from './routes/held-routes.ts';
import { filePolicyRoute } from './routes/file-policy-route.ts';
import { helperRoutes, otherHostsRoute } from './routes/helper-routes.ts';
import { historyRoute } from './routes/history-route.ts';
import { hostsRoute } from './routes/hosts-route.ts';
import { inboundRoute } from './routes/inbound-route.ts';
import { invitationRoutes } from './routes/invitation-routes.ts';
import { joinRoutes } from './routes/join-routes.ts';
import { keysRoute } from './routes/keys-route.ts';
import { operationRoutes } from './routes/operation-routes.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { participantRoutes } from './routes/participant-routes.ts';
import { playbackAccessRoute, playbackLinkRoutes, playbackRoutes } from './routes/playback-routes.ts';
import { recordedRoutes } from './routes/recorded-routes.ts';
import { passwordRoute } from './routes/password-route.ts';
import { queueRoutes } from './routes/queue-routes.ts';
import { requestRoutes } from './routes/request-routes.ts';
import { recordingPolicyRoute } from './routes/recording-policy-route.ts';
import { recordingRoutes } from './routes/recording-routes.ts';
import { feedbackRoutes } from './routes/feedback-routes.ts';
import { reportRoutes } from './routes/report-routes.ts';
import { retentionRoute } from './routes/retention-route.ts';
import { restError } from './routes/rest-error.ts';
import { privacyPolicyRoute } from './routes/privacy-policy-route.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { siteRoute } from './routes/site-route.ts';
import { socketRoutes } from './routes/socket-routes.ts';
import { createSiteRecordings } from './recordings/site-recordings.ts';
import { createSiteReports } from './reports/site-reports.ts';
import { supervisionRoutes } from './routes/supervision-routes.ts';
import { webhooksRoute } from './routes/webhooks-route.ts';
import { createRetention } from './retention/retention.ts';
import { sweep } from './sessions/sweep.ts';
import { createSockets } from './socket/sockets.ts';
import { createTurn } from './turn/create-turn.ts';
import type { TurnDoor } from './turn/turn-door.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

export interface RelayApp {
  /** Who waits and who serves, as this instance has read it. */
  room: DeskRoom;
  app: Routes;
  /** The way in to the relay's own TURN; null where there is none. */
  turn: TurnDoor | null;
  /** Not ready any more; all sockets are told to come back and closed. */
  drain(): Promise<void>;
  /** Stops what runs by itself. */
  close(): void;
}

/** The relay as a function of what it needs. Listen with `listen.ts`, or ask `app.request`. */
export function createApp(deps: Deps): RelayApp {
  const { settings, limits, report, log } = deps;
  let isClosed = false;
  // What was under way when the relay closed finds its store closed, too.
  const reportWhileOpen = (error: unknown) => {
    if (!isClosed) report(error);
  };
  const inbound = createSiteInbound(deps);
  const branding = createSiteBranding(deps);
  const files = createSiteFiles(deps);
  const reports = createSiteReports(deps);
  const { recordings } = deps;
  const recorded = createSiteRecordings(deps, recordings, () => sessions);
  const desk = createDesk({ ...deps, files }, inbound, branding, (sessionId, entries) => {
    reports.appended(sessionId, entries);
    recorded.appended(sessionId, entries);
  });
  const { room, sessions, seen, present } = desk;
  const post = createPostOffice(deps);
  const sockets = createSockets();
  const policy = createSitePolicy(deps);
  const goal = createSiteGoal(deps);
  const keys = createApiKeys(deps);
  const audit = createAudit(deps);
  const playbackAccess = createSitePlaybackAccess(deps);
  const access = createRecordingAccess(deps, inbound, playbackAccess);
  const playback = createPlayback(deps, { recordings, access, audit });
  const tracks = createSeekableTracks(recordings);
  const offline = createOfflineFile(deps, recordings, tracks);
  const webhooks = createWebhooks(deps, room);
  const kept = createSiteRetention(deps);
  const retention = createRetention({ ...deps, report: reportWhileOpen }, kept, audit);
  const erasure = createErasure(deps, room, audit);
  const turn = createTurn(deps, sessions);
  const app = new Hono<Env>();

  const address: Middleware = async (c, next) => {
    const { remoteAddress } = c.env.incoming.socket;
    c.set('address', clientAddress(remoteAddress, c.req.header('x-forwarded-for'), settings.trustedProxies));
    await next();
    log.debug({ method: c.req.method, path: c.req.path, status: c.res.status }, 'answered');
  };

  app.use(address);
  app.use('/api/*', ...apiGuard(deps));
  app.route('/api/site', siteRoute(deps, branding));
  app.route('/api/sessions', sessionRoutes({ ...deps, files }, sessions, room, branding));
  app.route('/api/sessions', invitationRoutes(deps, sessions, post, branding));
  app.route('/api/sessions', helperRoutes(deps, sessions, post, branding));
  app.route('/api/hosts-list', otherHostsRoute(deps, room));
  app.route('/api/queues', queueRoutes(deps, room));
  app.route('/api/requests', requestRoutes({ ...deps, branding, files }, sessions, room, seen, keys));
  app.route('/api/desk', deskRoutes({ ...deps, files }, sessions, room, present, branding));
  app.route('/api/join', joinRoutes(deps, sessions));
  app.route('/api/set-password', passwordRoute(deps));
  app.route('/api/auth', authRoutes(deps));
  app.route('/api/privacy-policy', privacyPolicyRoute(deps, policy, audit));
  app.route('/api/branding', brandingRoute(deps, branding, audit));
  app.route('/api/file-policy', filePolicyRoute(deps, files, audit));
  app.route('/api/inbound', inboundRoute(deps, inbound, keys, audit));
  app.route('/api/hosts', hostsRoute({ ...deps, post, keys, audit, branding, sessions }));
  app.route('/api/supervision', supervisionRoutes(deps, room, goal, keys, audit));
  app.route('/api/audit', auditRoute(deps, audit));
  app.route('/api/retention', retentionRoute(deps, kept, audit));
  app.route('/api/held', heldRoutes({ ...deps, room, erasure, keys, audit, branding }));
  app.route('/api/keys', keysRoute(deps, audit));
  app.route('/api/webhooks', webhooksRoute(deps, webhooks, audit));
  app.route('/api/openapi.json', descriptionRoute(deps));
  app.route('/api/history', historyRoute(deps, inbound));
  app.route('/api/reports', reportRoutes(deps, reports));
  app.route('/api/canned-texts', cannedTextsRoute(deps, room));
  app.route('/api/recordings', recordingRoutes(deps, recordings, recorded));
  const exports = createExportNotes(audit);
  app.route('/api/playback', playbackRoutes(deps, { playback, access, exports, audit }));
  app.route('/api/playback', recordedRoutes(deps, { recordings, playback, tracks, offline, exports }));
  app.route('/api/playback-links', playbackLinkRoutes(deps, playback));
  app.route('/api/playback-access', playbackAccessRoute(deps, playbackAccess, audit));
  app.route('/api/recording-policy', recordingPolicyRoute(deps, audit));
  app.route('/api', feedbackRoutes(deps, sessions, reports));
  app.route('/api', participantRoutes(deps, sessions));
  app.route('/socket', socketRoutes(deps, sessions, sockets, policy));
  app.route('/', operationRoutes(deps, sockets.draining));
  app.route('/', embedRoutes(deps, room));
  app.route('/', pageRoutes(deps));
  app.notFound((c) => restError(c, 'not-found'));
  app.onError((error, c) => {
    report(error);
    return restError(c, 'internal');
  });

  const sweeper = setInterval(() => {
    sweep(deps, sessions)
      .then(() => reports.sweep())
      .then(() => erasure.resume())
      .then(() => retention.step())
      .then(() => recorded.sweep())
      .catch(reportWhileOpen);
    policy.refresh().catch(reportWhileOpen);
    deps.recordingLinks.prune(deps.now()).catch(reportWhileOpen);
    inbound.refresh().catch(reportWhileOpen);
    goal.refresh().catch(reportWhileOpen);
  }, limits.sweepMs);

  return {
    app,
    turn,
    room,
    drain: () => sockets.drain(),
    close() {
      isClosed = true;
      clearInterval(sweeper);
      policy.close();
      playbackAccess.close();
      inbound.close();
      branding.close();
      files.close();
      desk.close();
      goal.close();
      kept.close();
      webhooks.close();
      turn?.close();
      sessions.close();
    },
  };
}
