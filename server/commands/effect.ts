import type { CommandId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import type { ChatAudience } from '../../shared/session/chat.ts';
import type { Fact } from '../../shared/session/facts.ts';
import type { RefusalCode } from '../../shared/session/may.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { RelayLimits } from '../limits/relay-limits.ts';
import type { NewSeat } from '../store/store.ts';

export type CommandRefusal = RefusalCode | 'session.full' | 'relay.busy';

/** What a command wants done. A command itself touches nothing. */
export type Effect =
  /** At most one a command. The effects after it are performed once it is in the store. */
  | { type: 'append'; by: ParticipantId | 'relay'; facts: readonly Fact[]; seats?: readonly NewSeat[]; spend?: string }
  | { type: 'accept'; id: CommandId }
  | { type: 'refuse'; id: CommandId; code: CommandRefusal }
  | { type: 'signal'; to: ParticipantId; data: string }
  | { type: 'typing'; audience: ChatAudience }
  /** The answer of a REST command that cannot be done. */
  | { type: 'fail'; code: RestErrorCode };

export interface CommandContext {
  /** The fold of all facts up to the moment of deciding. */
  state: SessionState;
  /** ms since 1970 */
  now: number;
  limits: RelayLimits;
}

/** Decides; run again on a newer state when somebody else was faster. */
export type Command<M> = (context: CommandContext, actor: ParticipantId, message: M) => Effect[];
