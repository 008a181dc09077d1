/** Columns as both databases give them; times are ms since 1970. */
export interface Schema {
  session: { id: string; started_at: number; ended_at: number | null; seen_at: number };
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
  ticket: { ticket_hash: string; participant_id: string; expires_at: number };
  /** Decisions of the site, each as JSON. */
  setting: { name: string; value: string; changed_at: number };
  password_link: { link_hash: string; user_id: string; expires_at: number };
}
