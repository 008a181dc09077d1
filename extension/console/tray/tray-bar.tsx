import { useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';
import type { TrayProps } from '../console-props.ts';
import { rowOf } from '../window/row-of.ts';
import { isWaitedFor } from '../window/session-row.ts';
import { panelsFor, type TrayPanel, trayPanelNames } from './tray-panels.ts';
import { TrayIcon } from './tray-icon.tsx';

/** The icons. Arrow keys move between them; Esc closes what is open. */
export function TrayBar({ window, tray, keepOnTop }: TrayProps) {
  const bar = useRef<HTMLDivElement>(null);
  const open = tray.panel.value;
  const front = window.front.value;
  const panels = panelsFor({ sessions: window.held.value.length, layouts: window.layouts.value.length });
  const others = window.held.value.filter((one) => one !== front && isWaitedFor(rowOf(one.session))).length;
  const counts: Partial<Record<TrayPanel, number>> = {
    chat: front?.session.chat.unread.value ?? 0,
    sessions: others,
  };
  const isOnTop = tray.isOnTop.value;

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') tray.panel.value = null;
    const all = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const now = all.findIndex((button) => button === event.target);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };
  const topText: MessageKey = isOnTop ? 'tray.bringBack' : tray.canBeOnTop ? 'tray.keepOnTop' : 'tray.cannotKeepOnTop';
  return (
    <div class="tray-bar" role="toolbar" tabIndex={-1} aria-label={t('tray.title')} ref={bar} onKeyDown={move}>
      {panels.map((panel) => {
        const count = counts[panel] ?? 0;
        const name = t(trayPanelNames[panel]);
        const label = count > 0 ? t('tray.withCount', { name, count }) : name;
        return (
          <button
            key={panel}
            type="button"
            class="tray-button"
            aria-label={label}
            title={label}
            aria-expanded={open === panel}
            aria-controls={open === panel ? 'tray-panel' : undefined}
            data-panel={panel}
            onClick={() => (tray.panel.value = open === panel ? null : panel)}
          >
            <TrayIcon shape={panel} />
            {count > 0 && <span class="tray-count">{count}</span>}
          </button>
        );
      })}
      <button
        type="button"
        class="tray-button"
        aria-label={t(topText)}
        title={t(topText)}
        aria-disabled={!tray.canBeOnTop}
        data-panel="on-top"
        onClick={() => (isOnTop ? tray.bringBack() : keepOnTop())}
      >
        <TrayIcon shape={isOnTop ? 'back' : 'onTop'} />
      </button>
    </div>
  );
}
