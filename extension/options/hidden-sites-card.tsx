import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ChosenThing } from '../../shared/browser/cobrowse/pick/chosen-thing.ts';
import { originOf } from '../../shared/browser/cobrowse/pick/chosen-things.ts';
import { isSiteWide } from '../../shared/browser/cobrowse/pick/site-wide.ts';
import { t } from '../../shared/browser/ui/i18n.ts';
import { store } from '../platform/store.ts';

const pathOf = ({ page }: ChosenThing) => (URL.canParse(page) ? new URL(page).pathname : page);

/** What is hidden whenever its site is shown, site by site, and how to forget it. */
export function HiddenSitesCard() {
  const things = useSignal<readonly ChosenThing[] | null>(null);
  const load = async () => void (things.value = (await store.hiddenOnSites.get()) ?? []);
  useEffect(() => {
    const life = new AbortController();
    void load();
    store.hiddenOnSites.onChange(() => void load(), life.signal);
    return () => life.abort();
  }, []);
  const forget = (isGone: (thing: ChosenThing) => boolean) => {
    const left = (things.peek() ?? []).filter((thing) => !isGone(thing));
    void store.hiddenOnSites.set(left.length > 0 ? left : null);
  };
  const sites = Map.groupBy(things.value ?? [], ({ page }) => originOf(page) ?? page);

  return (
    <section class="card" data-hidden-sites>
      <h2>{t('hiddenSites.title')}</h2>
      <p class="hint">{t('hiddenSites.text')}</p>
      {things.value?.length === 0 && <p>{t('hiddenSites.none')}</p>}
      {[...sites].map(([origin, all]) => (
        <div key={origin} class="stack">
          <h3>
            {origin} <span class="hint">{t('hiddenSites.count', { count: all.length })}</span>
          </h3>
          <ul class="hidden-list">
            {all.map((thing) => (
              <li key={`${thing.page} ${thing.selector}`} class="row">
                <span class="hidden-place">
                  <span class="hint">{isSiteWide(thing.selector) ? '' : pathOf(thing)}</span>{' '}
                  <code>{thing.selector}</code>
                </span>
                <button type="button" class="quiet" onClick={() => forget((one) => one === thing)}>
                  {t('hiddenSites.remove')} <span class="visually-hidden">{thing.selector}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" onClick={() => forget((one) => all.includes(one))}>
              {t('hiddenSites.removeAll')} <span class="visually-hidden">{origin}</span>
            </button>
          </p>
        </div>
      ))}
    </section>
  );
}
