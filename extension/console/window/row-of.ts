import { isRung } from '../../../shared/browser/call/call-view.ts';
import type { ConsoleSession } from '../console-session.ts';
import { type SessionRow, sessionRow } from './session-row.ts';

/** The row of a session that is held, as it is now; read where it shall be followed. */
export function rowOf(session: ConsoleSession): SessionRow {
  const { client, chat } = session;
  const state = client.state.value;
  const others = chat.lines.value.filter((line) => !chat.isMine(line));
  const unread = chat.unread.value;
  return sessionRow({
    phase: state.phase,
    isStopped: client.connection.value.phase === 'stopped',
    customer: session.customer.value,
    isOnline: session.customerOnline.value,
    waiting: session.waiting.value,
    isRung: isRung(state, client.selfId),
    isShown: session.stage.value.kind === 'mirror' || session.screens.watched.value.length > 0,
    unread: unread === 0 ? [] : others.slice(-unread).map(({ at }) => at),
  });
}
