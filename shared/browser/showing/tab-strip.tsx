import { useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import type { WatchedTab, WatchedTabs } from './watched-tabs.ts';

interface Props {
  watched: WatchedTabs;
  /** Whose tabs they are. */
  name: string;
  /** Id of what shows the tab. */
  panel: string;
}

/** Where there is a strip, what it turns is its panel. */
export const panelRole = ({ tabs }: WatchedTabs) => (tabs.value.length > 1 ? 'tabpanel' : 'group');

/** The tabs that are shown, and Follow. Arrow keys move between them, Enter or a click turns to one. */
export function TabStrip({ watched, name, panel }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const tabs = watched.tabs.value;
  const seen = watched.seen.value;
  const follows = watched.follows.value;
  if (tabs.length < 2) return null;

  const move = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const now = all.indexOf(event.currentTarget as HTMLElement);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };
  return (
    <div class="tab-strip">
      <div class="tab-strip-list" role="tablist" aria-label={t('tabs.list', { name })} ref={list}>
        {tabs.map((one) => (
          <button
            key={one.tab}
            type="button"
            role="tab"
            aria-selected={one === seen}
            aria-controls={panel}
            tabIndex={one === seen ? 0 : -1}
            data-tab={one.tab}
            data-looking={watched.looking.value === one.tab}
            title={titleOf(one)}
            onKeyDown={move}
            onClick={() => watched.choose(one.tab)}
          >
            <span class="tab-strip-title">{titleOf(one)}</span>
            {watched.looking.value === one.tab && (
              <span class="tab-strip-looking">
                <span class="visually-hidden">{t('tabs.looking', { name })}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="tab-strip-follow"
        aria-pressed={follows}
        title={t('tabs.followHelp', { name })}
        onClick={() => watched.choose(follows ? (seen?.tab ?? null) : null)}
      >
        {t('tabs.follow', { name })}
      </button>
    </div>
  );
}

/** What the customer's browser calls it; a page that cannot be shown has no name. */
function titleOf({ tab, cobrowse }: WatchedTab): string {
  const mirror = cobrowse.value;
  const page = mirror?.page.value;
  if (!page || mirror?.hidden.value) return t(mirror?.hidden.value ? 'tabs.hidden' : 'tabs.unnamed', { number: tab });
  return page.title || page.url.replace(/^https?:\/\//, '') || t('tabs.unnamed', { number: tab });
}
