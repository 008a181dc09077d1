import type { HostCobrowse } from '../cobrowse/host-cobrowse.ts';
import { ToolsBar } from '../drawing/tools-bar.tsx';
import { useDrawing } from '../drawing/use-drawing.ts';
import { useDrawingKeys } from '../drawing/use-drawing-keys.ts';
import { useFreshNotice } from '../showing/fresh-notice.ts';
import { noticeText } from '../showing/notice-text.ts';
import { Mirrors } from '../showing/mirrors.tsx';
import { panelRole, TabStrip } from '../showing/tab-strip.tsx';
import { type MessageKey, t } from '../ui/i18n.ts';
import type { AssistSession } from './assist-session.ts';
import type { Watched } from './shown.ts';

interface Props {
  session: AssistSession;
  watched: Watched;
  hostOnline: boolean;
  /** Address of the player page. */
  player: string;
}

/** The host's page, as it is shown to the customer. There is never an empty picture without a reason. */
export function WatchedPage({ session, watched, hostOnline, player }: Props) {
  const host = watched.ownerName;
  const tabs = session.watching.shown.value;
  const mirror = session.watching.cobrowse.value;
  const controls = mirror?.controls.value === true;
  const hidden = mirror?.hidden.value ?? null;
  const hasPicture = mirror?.phase.value === 'live' || mirror?.phase.value === 'rebuilding';
  const title = t('console.mirrorOf', { name: host });
  const tools = useDrawing(mirror, null);
  const root = useDrawingKeys<HTMLElement>(tools);

  return (
    <section class={`watched ${controls ? 'is-controlled' : ''}`} aria-label={title} ref={root}>
      <div class="watched-bar">
        <h2>{title}</h2>
        <span class={`tag ${controls ? 'bad' : ''}`}>{t(controls ? 'console.controlOn' : 'console.controlOff')}</span>
        <span class="watched-url">{hidden ? '' : mirror?.page.value?.url}</span>
        {watched.control && (
          <button type="button" onClick={() => session.release('control')}>
            {t('console.release')}
          </button>
        )}
        <button type="button" onClick={() => session.release('view')}>
          {t('console.stopView')}
        </button>
        <ToolsBar tools={tools} label={t('drawing.bar', { name: host })} />
      </div>
      {tabs && <TabStrip watched={tabs} name={host} panel="watched-stage" />}
      <div class="watched-stage" id="watched-stage" role={tabs ? panelRole(tabs) : 'group'} aria-label={title}>
        {tabs && <Mirrors watched={tabs} src={player} title={title} />}
        {!hostOnline && <Says title="console.stageOffline" text="console.stageOfflineText" host={host} />}
        {hostOnline && hidden && (
          <Says
            title="console.stageHidden"
            text={hidden === 'asleep' ? 'console.stageAsleepText' : 'console.stageHiddenText'}
            host={host}
          />
        )}
        {hostOnline && !hidden && !hasPicture && <Says title="console.stageLoading" text={null} host={host} />}
        <div class="watched-notice" role="status">
          {mirror && <WatchNotice mirror={mirror} host={host} />}
        </div>
      </div>
    </section>
  );
}

function Says({ title, text, host }: { title: MessageKey; text: MessageKey | null; host: string }) {
  return (
    <div class="watched-says" role="status">
      <h3>{t(title, { name: host })}</h3>
      {text && <p>{t(text, { name: host })}</p>}
    </div>
  );
}

function WatchNotice({ mirror, host }: { mirror: HostCobrowse; host: string }) {
  const fresh = useFreshNotice(mirror);
  const code = mirror.suspended.value ? 'suspended' : fresh?.code;
  if (!code) return null;
  return (
    <p class="tag warn" data-notice={code}>
      {noticeText(code, host, 'customer')}
    </p>
  );
}
