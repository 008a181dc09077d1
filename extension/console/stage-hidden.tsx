import type { HostCobrowse } from '../../shared/browser/cobrowse/host-cobrowse.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { isOfferedTo } from '../../shared/session/is-switched-on.ts';
import type { ConsoleSession } from './console-session.ts';

type Hidden = NonNullable<HostCobrowse['hidden']['value']>;

/** What no extension may read can still be shown as a picture; what was hidden on purpose is not asked for so. */
const asPicture: ReadonlySet<Hidden> = new Set(['browser', 'document', 'blocked']);

/** Over the mirror: why the customer's page is not seen there, and what helps. */
export function StageHidden({ session, hidden, name }: { session: ConsoleSession; hidden: Hidden; name: string }) {
  return (
    <div class="stage-says over" role="status" data-hidden={hidden}>
      <h2>{t('console.stageHidden', { name })}</h2>
      <p>{t(`hidden.${hidden}`)}</p>
      <p>{t(hidden === 'asleep' ? 'console.stageAsleepText' : 'console.stageHiddenText', { name })}</p>
      {asPicture.has(hidden) && <WindowOffer session={session} name={name} />}
    </div>
  );
}

const windowView = { surface: 'application', level: 'view', direction: 'request' } as const;

function WindowOffer({ session: { screens, client }, name }: { session: ConsoleSession; name: string }) {
  const view = screens.shares('theirs', 'application')?.view;
  if (view?.phase === 'on' || !isOfferedTo(client.state.value, client.selfId, windowView)) return null;
  if (view?.phase === 'requested') return <p class="tag warn">{t('console.asking', { name })}</p>;
  return (
    <button type="button" onClick={() => screens.ask('theirs', 'application', 'view')}>
      {t('console.stageAskWindow')}
    </button>
  );
}
