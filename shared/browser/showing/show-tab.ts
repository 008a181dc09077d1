import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HiddenReason } from '../../protocol/peer.ts';
import type { PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import type { PageChoice, PageSharing } from '../assist/page-sharing.ts';
import { startCustomerCobrowse } from '../cobrowse/customer-cobrowse.ts';
import type { ControlState } from '../cobrowse/control/control-gate.ts';
import { type DecidedPage, decidePage } from '../cobrowse/decided-page.ts';
import { createOwnView, type OwnView } from '../cobrowse/own-view.ts';
import type { ChosenThings } from '../cobrowse/pick/chosen-things.ts';
import type { Indicator } from '../cobrowse/recorded-page.ts';
import type { LogWish } from '../cobrowse/log/log-wish.ts';
import type { Link } from '../link/contract.ts';
import { createDrawingHub, type DrawingHub } from '../drawing/drawing-hub.ts';
import { listOf, t } from '../ui/i18n.ts';

/** One tab that is shown, as its owner sees it. */
export interface ShownTab {
  /** Its number on the link. */
  readonly tab: number;
  /** Null until the browser has told what is in it. */
  readonly page: ReadonlySignal<PageChoice | null>;
  /** It has a page that cannot be shown, and why. */
  readonly hidden: ReadonlySignal<HiddenReason | null>;
  /** What the viewer sees of it, for the owner to look at. */
  readonly ownView: OwnView;
  /** The page as its owner may decide about it. */
  readonly decided: DecidedPage;
  /** All that is drawn on it. */
  readonly drawings: DrawingHub;
  /** The viewer may control it while seeing it. */
  readonly mayControl: ReadonlySignal<boolean>;
  readonly controlled: ReadonlySignal<ControlState>;
  /** The viewer wants the owner to press a marked place; `unmark` puts the mark away. */
  readonly asked: ReadonlySignal<{ unmark(): void } | null>;
}

export interface ShowTab {
  sharing: PageSharing;
  tab: number;
  pageId: ReadonlySignal<number>;
  /** This tab's way to the viewer. */
  link: Link;
  viewerName: string;
  /** The owner's. */
  ownerName: string;
  /** Names of those who see the same and control nothing. */
  followers: ReadonlySignal<readonly string[]>;
  /** What the site has decided about privacy. */
  policy: ReadonlySignal<PrivacyPolicy | null>;
  /** What the owner of the page has. */
  things: ChosenThings;
  /** The viewer sees this tab and no other. */
  isSeen: ReadonlySignal<boolean>;
  /** The owner's grant of control stands, and counts in this tab. */
  mayControl: ReadonlySignal<boolean>;
  log: LogWish | null;
  onLeftOrigin(): void;
  onGone(): void;
  /** Stops showing, at once. */
  signal: AbortSignal;
}

/** Shows one tab to the viewer, with the indicator around its page, until `signal` aborts. */
export function showTab({
  sharing,
  tab,
  pageId,
  link,
  viewerName,
  mayControl,
  signal: ending,
  ...show
}: ShowTab): ShownTab {
  const indicate = (controlled: boolean, followers: readonly string[]): Indicator => {
    const shownTo = controlled ? followers : [viewerName, ...followers];
    const says = [
      ...(controlled ? [`${viewerName} ${t('assist.controlling')}`] : []),
      ...(shownTo.length > 0 ? [t('assist.shown', { host: listOf(shownTo) })] : []),
      'Beside',
    ];
    return { text: says.join(' · '), controlled };
  };
  const indicator = computed(() => indicate(mayControl.value, show.followers.value));
  const ownView = createOwnView(link);
  const drawings = createDrawingHub(() => show.ownerName);
  drawings.join(link, viewerName, ending);
  const decided = decidePage({
    page: sharing.open(pageId.peek(), indicator.peek(), ending),
    policy: show.policy,
    things: show.things,
    signal: ending,
  });
  const cobrowse = startCustomerCobrowse({
    page: decided,
    link: ownView.shared,
    hostName: viewerName,
    drawings,
    seen: show.isSeen,
    mayControl: () => mayControl.peek(),
    onLeftOrigin: show.onLeftOrigin,
    ...(show.log && { log: show.log }),
    signal: ending,
  });
  const page = signal<PageChoice | null>(null);
  void sharing.pages().then(({ pages }) => {
    page.value ??= pages.find(({ id }) => id === pageId.peek()) ?? null;
  });
  const disposers = [
    effect(() => decided.setIndicator(indicator.value)),
    effect(() => {
      const info = decided.info.value;
      if (info) page.value = { id: pageId.value, title: info.title, origin: info.origin, front: true };
    }),
    effect(() => {
      if (decided.gone.value) show.onGone();
    }),
  ];
  ending.addEventListener('abort', () => {
    cobrowse.stop();
    for (const dispose of disposers) dispose();
  });
  return {
    tab,
    page,
    hidden: decided.hidden,
    ownView,
    decided,
    drawings,
    mayControl,
    controlled: computed(() => (mayControl.value ? cobrowse.controlled.value : 'no')),
    asked: computed(() => (cobrowse.asked.value ? { unmark: cobrowse.unmark } : null)),
  };
}
