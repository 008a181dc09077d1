import type { Generated } from 'kysely';

/** Columns as both databases give them; times are ms since 1970. */
export interface Schema {
  /** `pictures_gone`: 1: those of its chat have been taken out. */
  session: {
    id: string;
    started_at: number;
    ended_at: number | null;
    seen_at: number;
    pictures_gone: Generated<number>;
  };
  fact: { session_id: string; seq: number; at: number; by: string; fact: string };
  command: { session_id: string; command_id: string; by: string; seq: number };
  participant: {
    id: string;
    session_id: string;
    token_hash: string;
    role: string;
    user_id: string | null;
  };
  session_number: { number_hash: string; session_id: string; expires_at: number };
  /** One-time codes of links that lead to the lobby, by the hash. */
  join_code: { code_hash: string; session_id: string; expires_at: number };
  /** Hosts who are asked to help in a session. */
  host_invitation: {
    session_id: string;
    user_id: string;
    participant_id: string;
    invited_by: string;
    expires_at: number;
  };
  ticket: { ticket_hash: string; participant_id: string; expires_at: number };
  /** Decisions of the site, each as JSON. */
  setting: { name: string; value: string; changed_at: number };
  /** What happened at the site's desk. */
  desk_fact: { seq: number; at: number; fact: string };
  /** One row: the desk as it was after `seq`, so that a fresh instance need not read all from the beginning. */
  desk_snapshot: { id: number; seq: number; state: string };
  /** Who asked for help, by the secret of the one who waits. `closed_at`: waits no more. */
  request: {
    id: string;
    token_hash: string;
    entered_at: number;
    seen_at: number;
    closed_at: number | null;
    /** Where it waits now. Null: entered before this was written down. */
    queue_id: string | null;
  };
  /** What became of requests, for figures. `host_id`: who took it; null: the customer gave up. */
  outcome: { request_id: string; at: number; queue_id: string; host_id: string | null; waited_ms: number };
  /** What is to be erased and is not yet, so that whoever comes next goes on with it. `subject`: JSON. */
  erasure: { id: string; at: number; by: string; by_name: string; subject: string; claimed_until: number };
  /** One row for each session that is over: what it is found by, and what was thought of it. `hosts`, `rating_reasons`: JSON. */
  report: {
    session_id: string;
    started_at: number;
    ended_at: number;
    ended_reason: string;
    customer: string | null;
    hosts: string;
    queue: string | null;
    waited_ms: number | null;
    handling_ms: number;
    /** Who led at the end, and how often it was passed on before. Null: not looked for yet. */
    lead_id: string | null;
    transfers: number | null;
    search: string;
    host_search: string;
    queue_search: string;
    rating: Generated<number | null>;
    rating_reasons: Generated<string | null>;
    rated_at: Generated<number | null>;
    survey: Generated<number | null>;
    survey_comment: Generated<string | null>;
    surveyed_at: Generated<number | null>;
  };
  /** What was decided for the site, each row with a hash over the one before. `detail`: JSON. */
  audit: { seq: number; at: number; by: string; by_name: string; what: string; detail: string; hash: string };
  /** `scopes`: JSON. */
  api_key: {
    id: string;
    name: string;
    secret_hash: string;
    scopes: string;
    made_by: string;
    made_at: number;
    used_at: number | null;
    revoked_at: number | null;
  };
  /** Its secret is made from the relay's and the id. `events`: JSON; `is_on`: 0 or 1. */
  webhook: { id: string; url: string; events: string; is_on: number; made_at: number };
  /** Words of the desk on their way to webhooks. `subject`: those of one go in the order of `place`. */
  webhook_delivery: {
    id: string;
    webhook_id: string;
    place: number;
    subject: string;
    event: string;
    body: string;
    made_at: number;
    state: string;
    due_at: number;
    claimed_until: number;
    tries: number;
    status: number | null;
    problem: string | null;
    done_at: number | null;
  };
  /** One row: up to where the desk's facts have been looked through for webhooks. */
  webhook_cursor: { id: number; seq: number };
  password_link: { link_hash: string; user_id: string; expires_at: number };
  /** `key`: its own, sealed with the site's; null: it is being erased, and nothing of it can be opened any more. `is_automatic`: 0 or 1. */
  recording: {
    id: string;
    session_id: string;
    site: string;
    started_at: number;
    ended_at: number | null;
    is_automatic: number;
    key: string | null;
    bytes: number;
  };
  /** `of`: whose surface it is; `by`: who records it. */
  recording_track: {
    recording_id: string;
    id: string;
    kind: string;
    starts_at: number;
    of: string | null;
    by: string;
  };
  /** `bytes`: as they were before they were sealed into the blob `recordings/RECORDING/TRACK/N`. */
  recording_chunk: {
    recording_id: string;
    track_id: string;
    n: number;
    from_ms: number;
    to_ms: number;
    bytes: number;
  };
  /** Links to moments of recordings, by the hash of their secret. */
  recording_link: {
    id: string;
    recording_id: string;
    audience: string;
    at_ms: number;
    made_by: string;
    made_by_name: string;
    made_at: number;
    expires_at: number;
    secret_hash: string;
  };
}
