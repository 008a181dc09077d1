import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type MessageKey, t } from '../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from './console-session.ts';
import { FileTools } from './file-tools.tsx';
import type { HandOn } from './hand-on.ts';
import type { HostQuality } from './host-quality.ts';
import type { Invitation } from './invitation.ts';
import { OwnPageTools } from './own-page-tools.tsx';
import { PageTools } from './page-tools.tsx';
import { QualityChoice } from './quality-choice.tsx';
import { ScreenTools } from './screen-tools.tsx';
import { SessionTools } from './session-tools.tsx';
import { DetailsTools } from './details/details-tools.tsx';
import { InviteTools } from './invite-tools.tsx';

const tabs = ['tools', 'desktop', 'application', 'session'] as const;
type Tab = (typeof tabs)[number];

const names: Record<Tab, MessageKey> = {
  tools: 'console.tabTools',
  desktop: 'console.tabDesktop',
  application: 'console.tabApplication',
  session: 'console.tabSession',
};

interface Props {
  session: ConsoleSession;
  invitation: Invitation;
  quality: HostQuality;
  handOn: HandOn;
}

/** The four fixed tabs; arrow keys move between them. */
export function Tabs({ session, invitation, quality, handOn }: Props) {
  const open = useSignal<Tab>('application');
  const list = useRef<HTMLDivElement>(null);
  const fresh = session.files.fresh.value;

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(open.value) + step + tabs.length) % tabs.length];
    if (!next) return;
    open.value = next;
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  return (
    <nav class="tabs" aria-label={t('console.toolbar')}>
      <div class="tab-list" role="tablist" aria-label={t('console.toolbar')} ref={list}>
        {tabs.map((tab) => (
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
            {t(names[tab])}
            {tab === 'tools' && fresh > 0 && <span class="tag bad">{t('file.new', { count: fresh })}</span>}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open.value}`}>
        {open.value === 'tools' && (
          <>
            <InviteTools invitation={invitation} lead={session.lead} />
            {session.lead.isMine.value && <DetailsTools session={session} />}
            <FileTools files={session.files} />
          </>
        )}
        {open.value === 'desktop' && (
          <div class="tool-rows">
            <ScreenTools session={session} side="theirs" surface="desktop" />
            <ScreenTools session={session} side="ours" surface="desktop" />
          </div>
        )}
        {open.value === 'application' && (
          <div class="tool-rows">
            <PageTools session={session} />
            {session.mayOffer.value && <OwnPageTools session={session} />}
            <ScreenTools session={session} side="theirs" surface="application" />
            <ScreenTools session={session} side="ours" surface="application" />
          </div>
        )}
        {open.value === 'session' && (
          <div class="tool-rows">
            <SessionTools session={session} handOn={handOn} />
            <QualityChoice quality={quality} />
          </div>
        )}
      </div>
    </nav>
  );
}
