import type { ChosenThing } from '../cobrowse/pick/chosen-thing.ts';
import { isSame, originOf } from '../cobrowse/pick/chosen-things.ts';
import type { DecidedPage } from '../cobrowse/decided-page.ts';
import type { PickPurpose } from '../../protocol/page.ts';
import { t } from '../ui/i18n.ts';

const texts = {
  hide: { list: 'choose.hidden', undo: 'choose.showAgain' },
  show: { list: 'choose.shown', undo: 'choose.hideAgain' },
} as const;

/** Of what was remembered only the place is known. */
const nameOf = ({ label, selector }: ChosenThing) => label || selector;

/** What the customer hides on the page, and which fields may be read. */
export function ChosenCard({ page, hostName }: { page: DecidedPage; hostName: string }) {
  const picking = page.picking.value;
  const remembered = page.remembered.value;
  const isRemembered = (thing: ChosenThing) => remembered?.some((one) => isSame(one, thing)) ?? false;
  const here = originOf(page.info.value?.url ?? '');
  /** What was hidden on other sites in other sessions is no matter of this one. */
  const isOfHere = (thing: ChosenThing) => thing.label !== '' || originOf(thing.page) === here;
  const list = (purpose: PickPurpose) => {
    const things = page.things.value.filter((thing) => thing.purpose === purpose && isOfHere(thing));
    if (things.length === 0) return null;
    const { list: title, undo } = texts[purpose];
    return (
      <div class="chosen" data-chosen={purpose}>
        <h3>{t(title, { host: hostName })}</h3>
        <ul>
          {things.map((thing) => (
            <li key={`${thing.page} ${thing.selector}`} class="row">
              <span class="chosen-label">{nameOf(thing)}</span>
              <button type="button" class="quiet" onClick={() => page.undo(thing)}>
                {t(undo)} <span class="visually-hidden">{nameOf(thing)}</span>
              </button>
              {purpose === 'hide' && remembered && (
                <label class="check chosen-remember">
                  <input
                    type="checkbox"
                    checked={isRemembered(thing)}
                    aria-label={`${t('choose.remember')}: ${nameOf(thing)}`}
                    onChange={(event) => page.remember(thing, event.currentTarget.checked)}
                  />
                  {t('choose.remember')}
                </label>
              )}
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
