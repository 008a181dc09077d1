import type { CommandId } from '../../protocol/ids.ts';
import type { RelayMessage } from '../../protocol/relay.ts';
import type { Action } from '../../session/actions.ts';

type Refused = Extract<RelayMessage, { type: 'command.refused' }>['code'];
/** `relay.lost`: the connection stopped for good before an answer came. */
export type Performed = { ok: true } | { ok: false; code: Refused | 'relay.lost' };

/**
 * Commands without an answer, oldest first. Each is sent again, under its id, on every new socket until it is
 * answered; the relay runs an id at most once.
 */
export function createCommandOutbox(send: (action: Action) => void) {
  const waiting = new Map<CommandId, { action: Action; settle: (performed: Performed) => void }>();
  let closed = false;

  function settle(id: CommandId, performed: Performed): void {
    waiting.get(id)?.settle(performed);
    waiting.delete(id);
  }

  return {
    put(action: Action): Promise<Performed> {
      if (closed) return Promise.resolve({ ok: false, code: 'relay.lost' });
      const { promise, resolve } = Promise.withResolvers<Performed>();
      waiting.set(action.id, { action, settle: resolve });
      send(action);
      return promise;
    },
    settle,
    resend(): void {
      for (const { action } of waiting.values()) send(action);
    },
    close(): void {
      closed = true;
      for (const id of [...waiting.keys()]) settle(id, { ok: false, code: 'relay.lost' });
    },
  };
}
