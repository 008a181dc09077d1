import type { DecidedPage } from '../cobrowse/decided-page.ts';
import type { PickPurpose } from '../../protocol/page.ts';
import { t } from '../ui/i18n.ts';

const texts = {
  hide: { list: 'choose.hidden', undo: 'choose.showAgain' },
  show: { list: 'choose.shown', undo: 'choose.hideAgain' },
} as const;

/** What the customer hides on the page, and which fields may be read. */
export function ChosenCard({ page, hostName }: { page: DecidedPage; hostName: string }) {
  const picking = page.picking.value;
  const list = (purpose: PickPurpose) => {
    const things = page.things.value.filter((thing) => thing.purpose === purpose);
    if (things.length === 0) return null;
    const { list: title, undo } = texts[purpose];
    return (
      <div class="chosen" data-chosen={purpose}>
        <h3>{t(title, { host: hostName })}</h3>
        <ul>
          {things.map((thing) => (
            <li key={thing.selector} class="row">
              <span class="chosen-label">{thing.label}</span>
              <button type="button" class="quiet" onClick={() => page.undo(thing)}>
                {t(undo)} <span class="visually-hidden">{thing.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <div class="stack">
      {picking ? (
        <div class="stack" role="status">
          <p>{t(picking === 'hide' ? 'choose.hideHow' : 'choose.showHow', { host: hostName })}</p>
          <div class="row">
            <button type="button" onClick={() => page.endPick()}>
              {t('common.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div class="row">
          <button type="button" onClick={() => page.pick('hide')}>
            {t('choose.hide')}
          </button>
          <button type="button" onClick={() => page.pick('show')}>
            {t('choose.show')}
          </button>
        </div>
      )}
      {list('hide')}
      {list('show')}
    </div>
  );
}
