import { t } from '../../../shared/browser/ui/i18n.ts';
import { Surfaces } from '../surfaces.tsx';
import type { ConsoleWindow } from '../window/create-console-window.ts';
import { keptSurfaces } from '../window/looked-at.ts';
import { nameOf } from '../window/name-of.ts';
import { rowOf } from '../window/row-of.ts';

/**
 * The surfaces that are seen, of one session or of up to four. Others that were looked at lately stay as they are,
 * unseen: a mirror would have to be built anew.
 */
export function Tiles({ window }: { window: ConsoleWindow }) {
  const shown = window.shown.value;
  const kept = keptSurfaces(shown, window.recent.value);
  const front = window.front.value;
  return (
    <div class="tiles" data-count={shown.length}>
      {window.held.value.map((held) => {
        const row = rowOf(held.session);
        const name = nameOf(held, row);
        const isFront = held === front;
        return (
          <section key={held.id} class="tile" hidden={!shown.includes(held.id)} data-front={isFront} aria-label={name}>
            {shown.length > 1 && (
              <header class="tile-head">
                <button
                  type="button"
                  class="tile-name"
                  aria-current={isFront}
                  title={name}
                  onClick={() => void window.open(held.id)}
                >
                  {name}
                </button>
                <span class="hint">{t(`multi.state.${row.state}`)}</span>
                {row.unread > 0 && <span class="tag bad">{t('chat.unread', { count: row.unread })}</span>}
              </header>
            )}
            {kept.has(held.id) && <Surfaces session={held.session} invitation={held.invitation} />}
          </section>
        );
      })}
    </div>
  );
}
