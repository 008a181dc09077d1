import type { Scope } from '../../shared/protocol/api-keys.ts';
import type { SchemaName } from './schemas.ts';

/** Whose bearer opens an operation. */
/** `viewer`: not by a bearer, but by the cookie that a view of a recording leaves. */
export const callers = ['anyone', 'host', 'admin', 'participant', 'requester', 'key', 'viewer'] as const;
export type Caller = (typeof callers)[number];

export interface Operation {
  method: 'get' | 'post' | 'put';
  /** With parameters as OpenAPI writes them. */
  path: string;
  tag: string;
  does: string;
  who: Caller;
  /** API keys with it may call too. */
  scope?: Scope;
  query?: 'supervision' | 'report' | 'audit' | 'reports' | 'history' | 'chunk' | 'recordings';
  body?: SchemaName;
  answer: SchemaName | 'json';
  /** 201 where something was made. */
  status?: 201;
  /** The answer goes on: one line of JSON each time that it is another, an empty line to stay alive. */
  isFeed?: true;
}

type Row = Omit<Operation, 'tag' | 'who'> & { who?: Caller };
const of = (tag: string, who: Caller, rows: readonly Row[]): Operation[] => rows.map((row) => ({ tag, who, ...row }));

const signIn: readonly [Operation['method'], string, string][] = [
  ['post', '/sign-in/email', 'Signs a host in by e-mail and password; the bearer is in the header set-auth-token.'],
  ['post', '/sign-out', 'Ends a sign-in.'],
  ['get', '/get-session', 'Who is signed in.'],
  ['get', '/one-time-token/generate', 'A token that signs in elsewhere, once.'],
  ['post', '/one-time-token/verify', 'Signs in by such a token.'],
  ['post', '/device/code', 'Begins the sign-in of an extension.'],
  ['post', '/device/token', 'Asks whether it was approved.'],
  ['get', '/device', 'What a code stands for.'],
  ['post', '/device/approve', 'Approves it.'],
  ['post', '/device/deny', 'Denies it.'],
];

/** The whole REST interface. A test compares it with the routes that there are. */
export const operations: readonly Operation[] = [
  ...of('site', 'anyone', [
    { method: 'get', path: '/api/site', does: 'What anybody may know of the site.', answer: 'Site' },
  ]),
  ...of('queues', 'anyone', [
    { method: 'get', path: '/api/queues', does: 'Queues that take requests.', answer: 'QueueNames' },
    {
      method: 'get',
      path: '/api/queues/{queueId}',
      does: 'One queue, with the form it asks for.',
      answer: 'QueueFace',
    },
  ]),
  ...of('requests', 'requester', [
    {
      method: 'post',
      path: '/api/requests',
      who: 'anyone',
      scope: 'requests',
      does: 'Asks for help. The token is the secret of whoever waits.',
      body: 'RequestBody',
      answer: 'Requested',
    },
    {
      method: 'get',
      path: '/api/requests/mine',
      does: 'Follows the own request.',
      answer: 'WaitingView',
      isFeed: true,
    },
    { method: 'post', path: '/api/requests/mine/leave', does: 'Leaves the queue.', body: 'Nothing', answer: 'Nothing' },
    {
      method: 'post',
      path: '/api/requests/{requestId}/leave',
      who: 'key',
      scope: 'requests',
      does: 'Takes a customer out of the queue.',
      body: 'Nothing',
      answer: 'Nothing',
    },
  ]),
  ...of('desk', 'host', [
    { method: 'get', path: '/api/desk', does: 'Follows the own desk.', answer: 'HostDesk', isFeed: true },
    { method: 'put', path: '/api/desk/availability', does: 'Sets it.', body: 'Availability', answer: 'Nothing' },
    { method: 'post', path: '/api/desk/wrap-up/end', does: 'Ends the wrap-up.', body: 'Nothing', answer: 'Nothing' },
    {
      method: 'post',
      path: '/api/desk/requests/{requestId}/accept',
      does: 'Accepts a request; exactly one host succeeds.',
      body: 'Nothing',
      answer: 'Accepted',
    },
    {
      method: 'post',
      path: '/api/desk/requests/{requestId}/decline',
      does: 'Declines an offer.',
      body: 'Nothing',
      answer: 'Nothing',
    },
    { method: 'get', path: '/api/desk/targets', does: 'Whom a session can be handed to.', answer: 'Targets' },
    { method: 'post', path: '/api/desk/hand-on', does: 'Hands a session on.', body: 'HandOnBody', answer: 'HandedOn' },
    {
      method: 'post',
      path: '/api/desk/requests/{requestId}/cancel',
      does: 'Takes back what was handed on.',
      body: 'Nothing',
      answer: 'Nothing',
    },
  ]),
  ...of('sessions', 'host', [
    { method: 'post', path: '/api/sessions', does: 'Starts a session.', body: 'Nothing', answer: 'Started' },
    { method: 'get', path: '/api/sessions', does: 'The own open sessions.', answer: 'OwnSessions' },
    {
      method: 'post',
      path: '/api/sessions/{sessionId}/number',
      does: 'A fresh session number; the one before is worth nothing.',
      body: 'Nothing',
      answer: 'FreshNumber',
    },
    {
      method: 'post',
      path: '/api/sessions/{sessionId}/enter',
      does: 'A seat in an own session; an older one stops working.',
      body: 'Nothing',
      answer: 'Seat',
    },
    {
      method: 'post',
      path: '/api/join',
      who: 'anyone',
      does: 'A customer knocks, with a session number.',
      body: 'JoinBody',
      answer: 'Seat',
    },
    {
      method: 'post',
      path: '/api/tickets',
      who: 'participant',
      does: 'A ticket, which opens one socket, once.',
      body: 'Nothing',
      answer: 'Ticket',
    },
    {
      method: 'post',
      path: '/api/leave',
      who: 'participant',
      does: 'Leaves the session for good.',
      body: 'Nothing',
      answer: 'Nothing',
    },
  ]),
  ...of('canned texts', 'participant', [
    {
      method: 'get',
      path: '/api/canned-texts',
      does: 'Prepared texts for the hosts of a session: of its queue, then of the site.',
      answer: 'CannedTexts',
    },
  ]),
  ...of('reports', 'host', [
    {
      method: 'get',
      path: '/api/reports',
      query: 'reports',
      does: 'Sessions that are over, newest first: the own ones; for an admin all. With format=csv a file.',
      answer: 'ReportList',
    },
    {
      method: 'get',
      path: '/api/reports/{sessionId}',
      does: 'All that happened in one session. With format=csv a file.',
      answer: 'Report',
    },
    {
      method: 'get',
      path: '/api/history',
      query: 'history',
      does: 'Figures by day, queue and host: the own ones; for an admin all. With format=csv a file.',
      answer: 'History',
    },
    {
      method: 'post',
      path: '/api/rating',
      who: 'participant',
      does: 'How it was for the host, once, within 15 minutes of the end.',
      body: 'RatingBody',
      answer: 'Nothing',
    },
    {
      method: 'post',
      path: '/api/survey',
      who: 'participant',
      does: 'How it was for the customer, once, within 15 minutes of the end.',
      body: 'SurveyBody',
      answer: 'Nothing',
    },
    {
      method: 'post',
      path: '/api/notes',
      who: 'participant',
      does: 'A note of a host, for 15 minutes after the end too.',
      body: 'NoteBody',
      answer: 'Nothing',
    },
  ]),
  ...of('invitations', 'host', [
    {
      method: 'post',
      path: '/api/sessions/{sessionId}/invitation',
      does: 'A link by which the customer joins.',
      answer: 'JoinCode',
    },
    {
      method: 'post',
      path: '/api/sessions/{sessionId}/invitation/mail',
      does: 'Sends such a link by e-mail.',
      body: 'MailInvitation',
      answer: 'Nothing',
    },
    {
      method: 'post',
      path: '/api/sessions/{sessionId}/hosts',
      does: 'Asks another host to help.',
      body: 'HostInvitation',
      answer: 'Nothing',
    },
    { method: 'post', path: '/api/sessions/{sessionId}/help', does: 'Comes to help.', answer: 'Seat' },
    { method: 'post', path: '/api/sessions/{sessionId}/decline', does: 'Declines to help.', answer: 'Nothing' },
    { method: 'get', path: '/api/hosts-list', does: 'Other hosts, who may be asked to help.', answer: 'OtherHosts' },
  ]),
  ...of('supervision', 'admin', [
    {
      method: 'get',
      path: '/api/supervision',
      scope: 'read',
      query: 'supervision',
      does: 'Follows queues, hosts and running sessions.',
      answer: 'Supervision',
      isFeed: true,
    },
    {
      method: 'get',
      path: '/api/supervision/now',
      scope: 'read',
      query: 'supervision',
      does: 'The same, once.',
      answer: 'Supervision',
    },
    {
      method: 'get',
      path: '/api/supervision/report',
      scope: 'read',
      query: 'report',
      does: 'Figures of the last 24 hours and the last 7 days.',
      answer: 'Periods',
    },
    {
      method: 'get',
      path: '/api/supervision/goal',
      scope: 'read',
      does: 'How soon customers should be accepted.',
      answer: 'Goal',
    },
    { method: 'put', path: '/api/supervision/goal', does: 'Sets it.', body: 'Goal', answer: 'Goal' },
  ]),
  ...of('playback', 'host', [
    {
      method: 'get',
      path: '/api/playback',
      query: 'recordings',
      does: 'Recordings that one may see, newest first.',
      answer: 'RecordingList',
    },
    {
      method: 'post',
      path: '/api/playback/{recordingId}/views',
      does: 'Begins a view, which is noted in the audit log; its cookie opens what there is to read.',
      body: 'Nothing',
      answer: 'RecordingView',
    },
    {
      method: 'post',
      path: '/api/playback/{recordingId}/exports',
      who: 'viewer',
      does: 'Notes down that it is saved.',
      body: 'ExportBody',
      answer: 'Nothing',
    },
    {
      method: 'get',
      path: '/api/playback/{recordingId}/links',
      does: 'Links that open it.',
      answer: 'RecordingLinks',
    },
    {
      method: 'post',
      path: '/api/playback/{recordingId}/links',
      does: 'A link to a moment. Its secret is told this once.',
      body: 'NewLink',
      answer: 'LinkMade',
      status: 201,
    },
    {
      method: 'post',
      path: '/api/playback/{recordingId}/links/{linkId}/revoke',
      does: 'Takes a link back.',
      body: 'Nothing',
      answer: 'Nothing',
    },
    ...[
      ['tracks/{trackId}/chunks', 'The chunks of a track.', 'ChunkList'],
      ['tracks/{trackId}/bytes', 'All bytes of a track, or those of a range.', 'json'],
      ['tracks/{trackId}/media', 'A screen or a call as a WebM that can be moved about in.', 'json'],
      ['facts', 'The facts of its session.', 'json'],
      ['file', 'The recording as one HTML file that plays by itself.', 'json'],
    ].map(([path, does, answer]): Row => ({
      method: 'get',
      path: `/api/playback/{recordingId}/${path}`,
      who: 'viewer',
      does: does ?? '',
      answer: answer === 'ChunkList' ? 'ChunkList' : 'json',
    })),
    {
      method: 'post',
      path: '/api/playback-links/open',
      who: 'anyone',
      does: 'Begins a view by a link; of those for hosts with the bearer of a host.',
      body: 'OpenLink',
      answer: 'RecordingView',
    },
    {
      method: 'get',
      path: '/api/playback-access',
      who: 'admin',
      does: 'Which hosts see recordings of others.',
      answer: 'PlaybackAccess',
    },
    {
      method: 'put',
      path: '/api/playback-access',
      who: 'admin',
      does: 'Sets it.',
      body: 'PlaybackAccess',
      answer: 'PlaybackAccess',
    },
  ]),
  ...of('recordings', 'host', [
    {
      method: 'put',
      path: '/api/recordings/{recordingId}/tracks/{trackId}',
      who: 'participant',
      does: 'Begins a track of what is recorded.',
      body: 'TrackBody',
      answer: 'Nothing',
    },
    {
      method: 'put',
      path: '/api/recordings/{recordingId}/tracks/{trackId}/chunks/{n}',
      who: 'participant',
      query: 'chunk',
      does: 'Keeps one chunk of it, the bytes as body. The same number again changes nothing.',
      answer: 'Nothing',
    },
    {
      method: 'get',
      path: '/api/recording-policy',
      who: 'admin',
      does: 'What is recorded, and what by itself.',
      answer: 'RecordingPolicy',
    },
    {
      method: 'put',
      path: '/api/recording-policy',
      who: 'admin',
      does: 'Sets it, for sessions that begin afterwards.',
      body: 'RecordingPolicy',
      answer: 'RecordingPolicy',
    },
  ]),
  ...of('inbound', 'admin', [
    {
      method: 'get',
      path: '/api/inbound',
      scope: 'inbound',
      does: 'Queues and the whole distribution.',
      answer: 'Inbound',
    },
    {
      method: 'put',
      path: '/api/inbound',
      scope: 'inbound',
      does: 'Sets them. What does not fit together is refused.',
      body: 'Inbound',
      answer: 'Inbound',
    },
  ]),
  ...of('hosts', 'admin', [
    { method: 'get', path: '/api/hosts', scope: 'hosts', does: 'All hosts.', answer: 'Hosts' },
    {
      method: 'post',
      path: '/api/hosts',
      scope: 'hosts',
      does: 'Adds one; the link sets the password, once. A key adds neither admins nor links to known accounts.',
      body: 'NewHost',
      answer: 'HostAdded',
      status: 201,
    },
    {
      method: 'put',
      path: '/api/hosts/{hostId}',
      does: 'Changes the role of another, and whether they may sign in.',
      body: 'HostChange',
      answer: 'HostChange',
    },
  ]),
  ...of('privacy', 'admin', [
    { method: 'get', path: '/api/privacy-policy', does: "Of customers' pages.", answer: 'PrivacyPolicy' },
    {
      method: 'put',
      path: '/api/privacy-policy',
      does: 'Sets it, for running sessions too.',
      body: 'PrivacyPolicy',
      answer: 'PrivacyPolicy',
    },
  ]),
  ...of('branding', 'admin', [
    { method: 'get', path: '/api/branding', does: 'How the site looks to its customers.', answer: 'Branding' },
    {
      method: 'put',
      path: '/api/branding',
      does: 'Sets it, for what is opened from then on.',
      body: 'Branding',
      answer: 'Branding',
    },
  ]),
  ...of('files', 'admin', [
    {
      method: 'get',
      path: '/api/file-policy',
      does: 'Which files may be published in sessions, and by whom.',
      answer: 'FilePolicy',
    },
    {
      method: 'put',
      path: '/api/file-policy',
      does: 'Sets it, for sessions that begin from then on.',
      body: 'FilePolicy',
      answer: 'FilePolicy',
    },
  ]),
  ...of('audit', 'admin', [
    { method: 'get', path: '/api/audit', query: 'audit', does: 'Who decided what, newest first.', answer: 'AuditPage' },
  ]),
  ...of('retention', 'admin', [
    { method: 'get', path: '/api/retention', does: 'How many days things are kept.', answer: 'Retention' },
    { method: 'put', path: '/api/retention', does: 'Sets it.', body: 'Retention', answer: 'Retention' },
  ]),
  ...of('held', 'admin', [
    {
      method: 'post',
      path: '/api/held/find',
      scope: 'erasure',
      does: 'What is held of a session (id or number), or about a customer (a part of the name or of an answer).',
      body: 'HeldQuery',
      answer: 'Found',
    },
    {
      method: 'post',
      path: '/api/held/export',
      scope: 'erasure',
      does: 'All that is held of these, as one JSON file.',
      body: 'Subject',
      answer: 'json',
    },
    {
      method: 'post',
      path: '/api/held/erase',
      scope: 'erasure',
      does: 'Erases it, for good; what goes on is left.',
      body: 'Subject',
      answer: 'Erased',
    },
  ]),
  ...of('keys', 'admin', [
    { method: 'get', path: '/api/keys', does: 'All API keys, without their secrets.', answer: 'ApiKeys' },
    {
      method: 'post',
      path: '/api/keys',
      does: 'Makes one. Its secret is told here only.',
      body: 'NewApiKey',
      answer: 'ApiKeyMade',
      status: 201,
    },
    {
      method: 'post',
      path: '/api/keys/{keyId}/revoke',
      does: 'It opens nothing any more.',
      body: 'Nothing',
      answer: 'Nothing',
    },
  ]),
  ...of('webhooks', 'admin', [
    { method: 'get', path: '/api/webhooks', does: 'All webhooks.', answer: 'Webhooks' },
    {
      method: 'post',
      path: '/api/webhooks',
      does: 'Adds one. Its secret is told here only.',
      body: 'WebhookBody',
      answer: 'WebhookAdded',
      status: 201,
    },
    {
      method: 'put',
      path: '/api/webhooks/{webhookId}',
      does: 'Changes one.',
      body: 'WebhookBody',
      answer: 'WebhookBody',
    },
    {
      method: 'post',
      path: '/api/webhooks/{webhookId}/remove',
      does: 'Removes one, with what is on its way to it.',
      body: 'Nothing',
      answer: 'Nothing',
    },
    { method: 'get', path: '/api/webhooks/deliveries', does: 'The last deliveries.', answer: 'Deliveries' },
    {
      method: 'post',
      path: '/api/webhooks/deliveries/{deliveryId}/again',
      does: 'Sends one again, with the id it had.',
      body: 'Nothing',
      answer: 'Nothing',
    },
  ]),
  ...of('sign-in', 'anyone', [
    {
      method: 'post',
      path: '/api/set-password',
      does: 'Sets a password, by the token of a one-time link.',
      body: 'NewPassword',
      answer: 'Nothing',
    },
    ...signIn.map(([method, path, does]) => ({ method, path: `/api/auth${path}`, does, answer: 'json' as const })),
  ]),
  ...of('description', 'anyone', [
    { method: 'get', path: '/api/openapi.json', does: 'This description.', answer: 'json' },
  ]),
];
