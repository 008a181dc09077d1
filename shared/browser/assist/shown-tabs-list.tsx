import { t } from '../ui/i18n.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import type { ShownTab } from '../showing/show-tab.ts';
import type { Shown } from './shown.ts';

interface Props {
  showing: OwnShowing;
  shown: Shown;
}

/** The tabs that are shown: which of them the viewer sees, and the way to stop showing one. */
export function ShownTabsList({ showing, shown }: Props) {
  const tabs = showing.tabs.value;
  if (tabs.length === 0) return <p class="hint">{t('common.loading')}</p>;
  return (
    <ul class="shown-list">
      {tabs.map((tab) => (
        <Row key={tab.tab} tab={tab} showing={showing} shown={shown} isOnly={tabs.length === 1} />
      ))}
    </ul>
  );
}

function Row({ tab, showing, shown, isOnly }: Props & { tab: ShownTab; isOnly: boolean }) {
  const page = tab.page.value;
  const title = page?.title ?? t('common.loading');
  const host = shown.viewerName;
  const isSeen = showing.seen.value === tab;
  const mayControl = tab.mayControl.value;
  return (
    <li class={isSeen && !isOnly ? 'is-seen' : ''} data-tab={tab.tab} data-seen={isSeen}>
      <strong>{title}</strong>
      <span class="hint">{page?.origin}</span>
      {isSeen && !tab.hidden.value && (
        <span>
          {host} {t(mayControl ? 'assist.controlling' : 'assist.viewing')}
        </span>
      )}
      {!isSeen && <span class="hint">{t(mayControl ? 'assist.mayTurnAndControl' : 'assist.mayTurn', { host })}</span>}
      {tab.hidden.value && (
        <span class="tag warn" data-hidden={tab.hidden.value}>
          {t(`hidden.${tab.hidden.value}`)} {t('assist.hiddenGoesOn')}
        </span>
      )}
      {tab.controlled.value === 'suspended' && <span class="tag warn">{t('assist.suspended')}</span>}
      {!isOnly && (
        <div class="row">
          <button
            type="button"
            data-takes-away
            aria-label={`${t('assist.stopTab')}: ${title}`}
            onClick={() => showing.remove(tab)}
          >
            {t('assist.stopTab')}
          </button>
          {shown.control && !mayControl && (
            <button
              type="button"
              class="quiet"
              aria-label={`${t('assist.controlTab')}: ${title}`}
              onClick={() => showing.allowControl(tab)}
            >
              {t('assist.controlTab')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
