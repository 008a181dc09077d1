import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { type CustomerCobrowse, startCustomerCobrowse } from '../cobrowse/customer-cobrowse.ts';
import { type DecidedPage, decidePage } from '../cobrowse/decided-page.ts';
import type { ChosenThings } from '../cobrowse/pick/chosen-things.ts';
import type { OwnView } from '../cobrowse/own-view.ts';
import type { Indicator } from '../cobrowse/recorded-page.ts';
import type { HiddenReason } from '../../protocol/peer.ts';
import type { PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import { t } from '../ui/i18n.ts';
import type { PageChoice, PageSharing } from './page-sharing.ts';

export interface ShowPage {
  sharing: PageSharing;
  pageId: number;
  /** The way to the viewer, looked at from here as well. */
  link: OwnView['shared'];
  viewerName: string;
  /** What the site has decided about privacy. */
  policy: ReadonlySignal<PrivacyPolicy | null>;
  /** What the owner of the page has. */
  things: ChosenThings;
  /** Whether the owner's grant of control stands. */
  mayControl: ReadonlySignal<boolean>;
  /** Follows the page's name as it goes from page to page. */
  page: Signal<PageChoice | null>;
  controlled: Signal<CustomerCobrowse['controlled']['value']>;
  /** The viewer wants the owner to press a marked place; the way to put the mark away. Null while there is none. */
  asked: Signal<{ unmark(): void } | null>;
  onLeftOrigin(): void;
  /** Why the page that is there now cannot be shown; null: it is shown. */
  hidden: Signal<HiddenReason | null>;
  onGone(): void;
  /** Stops showing, at once. */
  signal: AbortSignal;
}

/** Shows one page to the viewer, with the indicator around it, until `signal` aborts. */
export function showPage({
  sharing,
  pageId,
  link,
  viewerName,
  mayControl,
  signal: ending,
  ...show
}: ShowPage): DecidedPage {
  const indicator = (controlled: boolean): Indicator => ({
    text: `${controlled ? `${viewerName} ${t('assist.controlling')}` : t('assist.shown', { host: viewerName })} · Beside`,
    controlled,
  });
  const recorded = decidePage({
    page: sharing.open(pageId, indicator(mayControl.peek()), ending),
    policy: show.policy,
    things: show.things,
    signal: ending,
  });
  const cobrowse = startCustomerCobrowse({
    page: recorded,
    link,
    hostName: viewerName,
    mayControl: () => mayControl.peek(),
    onLeftOrigin: show.onLeftOrigin,
    signal: ending,
  });
  const disposers = [
    effect(() => {
      show.controlled.value = mayControl.value ? cobrowse.controlled.value : 'no';
    }),
    effect(() => {
      show.asked.value = cobrowse.asked.value ? { unmark: cobrowse.unmark } : null;
    }),
    effect(() => recorded.setIndicator(indicator(mayControl.value))),
    effect(() => {
      const info = recorded.info.value;
      if (info) show.page.value = { id: pageId, title: info.title, origin: info.origin, front: true };
    }),
    effect(() => {
      if (recorded.gone.value) show.onGone();
    }),
    effect(() => {
      show.hidden.value = recorded.hidden.value;
    }),
  ];
  ending.addEventListener('abort', () => {
    cobrowse.stop();
    for (const dispose of disposers) dispose();
  });
  return recorded;
}
