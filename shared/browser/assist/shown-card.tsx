import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { listOf, t } from '../ui/i18n.ts';
import type { OwnShowing } from '../showing/own-showing.ts';
import { AddTab } from './add-tab.tsx';
import { ChosenCard } from './chosen-card.tsx';
import { OwnPageDrawing } from './own-page-drawing.tsx';
import type { PageSharing } from './page-sharing.ts';
import { ProposedTab } from './proposed-tab.tsx';
import type { Shown } from './shown.ts';
import { ShownTabsList } from './shown-tabs-list.tsx';
import { TheirView } from './their-view.tsx';
import { ViewersList } from './viewers-list.tsx';

interface Props {
  showing: OwnShowing;
  shown: Shown;
  /** Where else one can stop. */
  stopHint: string | null;
  sharing: PageSharing;
}

/** What is shown, to whom, and Stop. */
export function ShownCard({ showing, shown, stopHint, sharing }: Props) {
  const id = useId();
  const isLooking = useSignal(false);
  const seen = showing.seen.value;
  const asked = seen?.asked.value;
  const viewers = [shown, ...shown.followers];
  const proposed = showing.proposed.value;
  const stopText = showing.tabs.value.length > 1 || viewers.length > 1 ? 'assist.stopAll' : 'assist.stop';
  const turnedTo = showing.looking.value ?? seen;
  return (
    <section class={`card shown ${shown.control ? 'is-controlled' : ''}`} role="status">
      <h2>{t('assist.shown', { host: listOf(viewers.map(({ viewerName }) => viewerName)) })}</h2>
      <div class="stack" aria-live="assertive">
        {proposed?.waiting.value.map((page) => (
          <ProposedTab key={page.pageId} page={page} proposed={proposed} hostName={shown.viewerName} />
        ))}
      </div>
      <ShownTabsList showing={showing} shown={shown} />
      {asked && (
        <div class="asked" role="alert">
          <strong>{t('assist.asked', { host: shown.viewerName })}</strong>
          <span>{t('assist.askedText')}</span>
          <button type="button" onClick={() => asked.unmark()}>
            {t('assist.askedDismiss')}
          </button>
        </div>
      )}
      <div class="row">
        <button type="button" class="danger" data-takes-away onClick={() => showing.stop()}>
          {t(stopText)}
        </button>
        {shown.control && (
          <button type="button" data-takes-away onClick={() => showing.stopControl()}>
            {t('assist.stopControl')}
          </button>
        )}
        <button
          type="button"
          aria-expanded={isLooking.value}
          aria-controls={`${id}-view`}
          onClick={() => (isLooking.value = !isLooking.value)}
        >
          {t('theirView.show')}
        </button>
      </div>
      {shown.followers.length > 0 && <ViewersList viewers={viewers} showing={showing} />}
      <div id={`${id}-view`} hidden={!isLooking.value}>
        {isLooking.value && seen && (
          <TheirView ownView={seen.ownView} player={sharing.player} hostName={shown.viewerName} />
        )}
      </div>
      {!sharing.onePage && <AddTab showing={showing} sharing={sharing} />}
      {turnedTo && seen === turnedTo && <OwnPageDrawing tab={turnedTo} viewerName={shown.viewerName} />}
      {seen?.drawings.has.value && (
        <p class="row" data-drawn-on-page>
          <button type="button" onClick={() => seen.drawings.own({ type: 'drawing.clear' }, 'window')}>
            {t('drawing.clear')}
          </button>
        </p>
      )}
      {turnedTo && <ChosenCard page={turnedTo.decided} hostName={shown.viewerName} />}
      {stopHint && <p class="hint">{stopHint}</p>}
    </section>
  );
}
