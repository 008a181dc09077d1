import * as v from 'valibot';
import { apiKeyMadeSchema, apiKeysSchema, newApiKeySchema } from '../../shared/protocol/api-keys.ts';
import { auditPageSchema } from '../../shared/protocol/audit.ts';
import { brandingSchema } from '../../shared/protocol/branding.ts';
import { filePolicySchema } from '../../shared/protocol/file-policy.ts';
import {
  acceptedSchema,
  availabilityBodySchema,
  handedOnSchema,
  handOnBodySchema,
  queueFaceSchema,
  queueNamesSchema,
  requestBodySchema,
  requestedSchema,
  targetsSchema,
} from '../../shared/protocol/desk.ts';
import { erasedSchema, foundSchema, heldQuerySchema, subjectSchema } from '../../shared/protocol/held.ts';
import { hostAddedSchema, hostChangeSchema, hostsSchema, newHostSchema } from '../../shared/protocol/hosts.ts';
import { ticketSchema } from '../../shared/protocol/ids.ts';
import {
  hostInvitationSchema,
  joinCodeAnswerSchema,
  mailInvitationSchema,
  otherHostsSchema,
} from '../../shared/protocol/invitation.ts';
import { privacyPolicySchema } from '../../shared/protocol/privacy-policy.ts';
import {
  exportBodySchema,
  linkMadeSchema,
  newLinkSchema,
  openLinkSchema,
  playbackAccessSchema,
  recordingLinksSchema,
  recordingListSchema,
  viewSchema,
} from '../../shared/protocol/playback.ts';
import { chunkListSchema, manifestSchema, trackBodySchema } from '../../shared/recording/manifest.ts';
import { recordingPolicySchema } from '../../shared/recording/recording-policy.ts';
import {
  noteBodySchema,
  ratingBodySchema,
  reportListSchema,
  reportSchema,
  surveyBodySchema,
} from '../../shared/protocol/reports.ts';
import { retentionSchema } from '../../shared/protocol/retention.ts';
import {
  freshNumberSchema,
  joinBodySchema,
  ownSessionsSchema,
  restErrorSchema,
  seatSchema,
  siteSchema,
  startedSchema,
  ticketAnswerSchema,
} from '../../shared/protocol/rest.ts';
import {
  deliveriesSchema,
  webhookAddedSchema,
  webhookBodySchema,
  webhooksSchema,
  webhookWordSchema,
} from '../../shared/protocol/webhooks.ts';
import { cannedTextsSchema } from '../../shared/queue/canned-text.ts';
import { hostDeskSchema } from '../../shared/queue/host-desk.ts';
import { inboundSchema } from '../../shared/queue/inbound.ts';
import { queueSchema } from '../../shared/queue/queue.ts';
import { waitingViewSchema } from '../../shared/queue/waiting-view.ts';
import { figuresSchema } from '../../shared/report/figures.ts';
import { goalSchema } from '../../shared/report/goal.ts';
import { historySchema } from '../../shared/report/history.ts';
import { periodsSchema } from '../../shared/report/periods.ts';
import { supervisionSchema } from '../../shared/report/supervision.ts';

/** All shapes that the description names. One that stands within another is named there too. */
export const apiSchemas = {
  Error: restErrorSchema,
  Nothing: v.object({}),
  Site: siteSchema,
  Seat: seatSchema,
  JoinBody: joinBodySchema,
  Started: startedSchema,
  FreshNumber: freshNumberSchema,
  OwnSessions: ownSessionsSchema,
  Ticket: ticketAnswerSchema,
  JoinCode: joinCodeAnswerSchema,
  MailInvitation: mailInvitationSchema,
  HostInvitation: hostInvitationSchema,
  OtherHosts: otherHostsSchema,
  NewPassword: v.strictObject({ token: ticketSchema, password: v.string() }),
  PrivacyPolicy: privacyPolicySchema,
  Branding: brandingSchema,
  FilePolicy: filePolicySchema,
  Queue: queueSchema,
  Inbound: inboundSchema,
  QueueNames: queueNamesSchema,
  QueueFace: queueFaceSchema,
  RequestBody: requestBodySchema,
  Requested: requestedSchema,
  WaitingView: waitingViewSchema,
  HostDesk: hostDeskSchema,
  CannedTexts: cannedTextsSchema,
  Availability: availabilityBodySchema,
  Accepted: acceptedSchema,
  Targets: targetsSchema,
  HandOnBody: handOnBodySchema,
  HandedOn: handedOnSchema,
  Hosts: hostsSchema,
  NewHost: newHostSchema,
  HostAdded: hostAddedSchema,
  HostChange: hostChangeSchema,
  Figures: figuresSchema,
  Supervision: supervisionSchema,
  Periods: periodsSchema,
  Goal: goalSchema,
  Report: reportSchema,
  ReportList: reportListSchema,
  History: historySchema,
  RatingBody: ratingBodySchema,
  SurveyBody: surveyBodySchema,
  NoteBody: noteBodySchema,
  TrackBody: trackBodySchema,
  Manifest: manifestSchema,
  ChunkList: chunkListSchema,
  RecordingPolicy: recordingPolicySchema,
  RecordingList: recordingListSchema,
  RecordingView: viewSchema,
  RecordingLinks: recordingLinksSchema,
  NewLink: newLinkSchema,
  LinkMade: linkMadeSchema,
  OpenLink: openLinkSchema,
  ExportBody: exportBodySchema,
  PlaybackAccess: playbackAccessSchema,
  AuditPage: auditPageSchema,
  Retention: retentionSchema,
  HeldQuery: heldQuerySchema,
  Found: foundSchema,
  Subject: subjectSchema,
  Erased: erasedSchema,
  NewApiKey: newApiKeySchema,
  ApiKeys: apiKeysSchema,
  ApiKeyMade: apiKeyMadeSchema,
  WebhookBody: webhookBodySchema,
  Webhooks: webhooksSchema,
  WebhookAdded: webhookAddedSchema,
  Deliveries: deliveriesSchema,
  WebhookWord: webhookWordSchema,
} satisfies Record<string, v.GenericSchema>;
export type SchemaName = keyof typeof apiSchemas;
