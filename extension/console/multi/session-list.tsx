import type { ReadonlySignal } from '@preact/signals';
import type { OwnSessions } from '../../../shared/protocol/rest.ts';
import { errorText, t } from '../../../shared/browser/ui/i18n.ts';
import { useNow } from '../../../shared/browser/ui/use-now.ts';
import { showConsole } from '../../platform/consoles.ts';
import type { ConsoleWindow } from '../window/create-console-window.ts';
import { nameOf } from '../window/name-of.ts';
import { rowOf } from '../window/row-of.ts';
import { isWaitedFor, type SessionRow } from '../window/session-row.ts';
import { tilesAtMost } from '../window/looked-at.ts';
import { SessionListRow } from './session-list-row.tsx';

interface Props {
  window: ConsoleWindow;
  /** In other windows of this host's. */
  elsewhere: ReadonlySignal<OwnSessions>;
}

/** All sessions of the host: who, what is going on, what is unread, how long somebody waits. */
export function SessionList({ window, elsewhere }: Props) {
  // Looked at once a second.
  void useNow().value;
  const held = window.held.value;
  const front = window.front.value;
  const rows = held.map((one) => ({ held: one, row: rowOf(one.session) }));
  const calling = rows.filter(({ held: one, row }) => one !== front && isWaitedFor(row));
  const problem = window.problem.value;
  return (
    <nav class="session-list" aria-label={t('multi.title')}>
      <header class="row">
        <h2>{t('multi.title')}</h2>
        <span class="tag">{held.length}</span>
      </header>
      {window.layout.value === 'multi' && (
        <button
          type="button"
          class="quiet tile-switch"
          aria-pressed={window.isTiled.value}
          onClick={() => window.tile(!window.isTiled.value)}
        >
          {t('multi.tiles', { count: tilesAtMost })}
        </button>
      )}
      {problem && (
        <p class="problem" role="alert">
          {errorText(problem)}
        </p>
      )}
      {held.length === 0 && <p class="hint">{t('multi.empty')}</p>}
      <ol>
        {rows.map(({ held: one, row }, index) => (
          <SessionListRow
            key={one.id}
            index={index}
            name={nameOf(one, row)}
            row={row}
            waitedMs={row.since === null ? null : one.session.client.relayNow() - row.since}
            isFront={one === front}
            onShow={() => void window.open(one.id)}
            onLetGo={() => window.letGo(one.id)}
          />
        ))}
        {elsewhere.value.map(({ sessionId, customer }) => (
          <li key={sessionId} class="session-item">
            <button type="button" class="session-choice" onClick={() => void showConsole(sessionId)}>
              <span class="session-name">{customer ?? t('popup.waitingForCustomer')}</span>
              <span class="session-state">{t('multi.elsewhere')}</span>
            </button>
          </li>
        ))}
      </ol>
      {held.length > 1 && <p class="hint session-keys">{t('multi.keys')}</p>}
      <p class="visually-hidden" role="status">
        {calling.map(({ held: one, row }) => t('multi.calls', { name: nameOf(one, row), what: whatOf(row) })).join(' ')}
      </p>
    </nav>
  );
}

const whatOf = ({ state, unread }: SessionRow): string =>
  state === 'rings' || state === 'knocks' ? t(`multi.state.${state}`) : t('chat.unread', { count: unread });
