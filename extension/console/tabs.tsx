import { useRef } from 'preact/hooks';
import { t } from '../../shared/browser/ui/i18n.ts';
import type { HostQuality } from './host-quality.ts';
import { ToolPanel } from './tool-panel.tsx';
import { toolTabNames, toolTabs } from './tool-tabs.ts';
import type { HeldSession } from './window/hold-session.ts';

/** The four fixed tabs; arrow keys move between them. */
export function Tabs({ held, quality }: { held: HeldSession; quality: HostQuality }) {
  const open = held.tab;
  const fresh = held.session.files.fresh.value;
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = toolTabs[(toolTabs.indexOf(open.value) + step + toolTabs.length) % toolTabs.length];
    if (!next) return;
    open.value = next;
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  return (
    <nav class="tabs" aria-label={t('console.toolbar')}>
      <div class="tab-list" role="tablist" aria-label={t('console.toolbar')} ref={list}>
        {toolTabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls="tab-panel"
            aria-selected={open.value === tab}
            tabIndex={open.value === tab ? 0 : -1}
            onKeyDown={move}
            onClick={() => (open.value = tab)}
          >
            {t(toolTabNames[tab])}
            {tab === 'tools' && fresh > 0 && <span class="tag bad">{t('file.new', { count: fresh })}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open.value}`}>
        <ToolPanel tab={open.value} held={held} quality={quality} />
      </div>
    </nav>
  );
}
