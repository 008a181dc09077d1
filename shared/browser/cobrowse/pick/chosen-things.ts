import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { limits } from '../../../protocol/limits.ts';
import { isSiteWide } from './site-wide.ts';
import type { PickPurpose } from '../../../protocol/page.ts';
import type { PickedThing } from '../../../protocol/picked-thing.ts';
import type { ChosenThing } from './chosen-thing.ts';

/** Where a thing is: the page (origin and path) and, for one in a frame of another origin, that origin. */
export interface ThingPlace {
  page: string;
  frameOrigin: string | null;
}

/** Where what is hidden outlives a reload of the window, for the length of the session. */
export interface ThingKeeper {
  hiddenThings(): Promise<readonly ChosenThing[]>;
  keepHiddenThings(things: readonly ChosenThing[]): Promise<void>;
  /** What stays hidden on its site from one session to the next; left out: nothing can. */
  readonly sites?: SiteKeeper;
}

/** In this browser alone. */
export interface SiteKeeper {
  load(): Promise<readonly ChosenThing[]>;
  keep(things: readonly ChosenThing[]): Promise<void>;
}

export interface ChosenThings {
  readonly all: ReadonlySignal<readonly ChosenThing[]>;
  add(things: readonly PickedThing[], purpose: PickPurpose, place: ThingPlace): void;
  remove(thing: ChosenThing): void;
  /** The page's document has gone: what was shown for its sake is hidden again. */
  forgetShown(): void;
  at(place: ThingPlace, purpose: PickPurpose): string[];
  /** Those that stay hidden on their site; null: nothing can. */
  readonly remembered: ReadonlySignal<readonly ChosenThing[] | null>;
  remember(thing: ChosenThing, on: boolean): void;
}

/** What is hidden, in all tabs and for the length of the session. */
export interface HiddenThings {
  readonly all: ReadonlySignal<readonly ChosenThing[]>;
  set(things: readonly ChosenThing[]): void;
  readonly remembered: ReadonlySignal<readonly ChosenThing[] | null>;
  setRemembered(things: readonly ChosenThing[]): void;
}

export async function loadHiddenThings(keeper: ThingKeeper): Promise<HiddenThings> {
  const nothing = () => [];
  const all = signal<readonly ChosenThing[]>(await keeper.hiddenThings().catch(nothing));
  const remembered = signal<readonly ChosenThing[] | null>(
    keeper.sites ? await keeper.sites.load().catch(nothing) : null,
  );
  return {
    all,
    set(things) {
      all.value = things.slice(-limits.thingsPicked);
      void keeper.keepHiddenThings(all.peek());
    },
    remembered,
    setRemembered(things) {
      if (!keeper.sites) return;
      remembered.value = things.slice(-limits.thingsRemembered);
      void keeper.sites.keep(remembered.peek() ?? []);
    },
  };
}

/** What this customer has chosen for one tab: a field that is shown is shown there and in no other. */
export function createChosenThings(hidden: HiddenThings): ChosenThings {
  const shown = signal<readonly ChosenThing[]>([]);
  const remembered = () => hidden.remembered.value ?? [];
  const all = computed(() => [
    ...hidden.all.value,
    ...remembered().filter((thing) => !hidden.all.value.some((known) => isSame(known, thing))),
    ...shown.value,
  ]);
  const setShown = (things: readonly ChosenThing[]) => {
    shown.value = things.slice(-limits.thingsPicked);
  };
  const without = (things: readonly ChosenThing[], thing: ChosenThing) => things.filter((one) => !isSame(one, thing));
  function remember(thing: ChosenThing, on: boolean) {
    const others = without(hidden.remembered.peek() ?? [], thing);
    // What it says is what was to be hidden: it is not written down.
    hidden.setRemembered(on ? [...others, { ...thing, label: '' }] : others);
  }
  return {
    all,
    add(things, purpose, place) {
      const added = things.map((thing) => ({ ...thing, ...place, purpose }));
      const news = added.filter((thing) => !all.peek().some((known) => isSame(known, thing)));
      if (purpose === 'hide') hidden.set([...hidden.all.peek(), ...news]);
      else setShown([...shown.peek(), ...news]);
    },
    remove(thing) {
      if (thing.purpose === 'show') return setShown(without(shown.peek(), thing));
      hidden.set(without(hidden.all.peek(), thing));
      if (hidden.remembered.peek()?.some((one) => isSame(one, thing))) remember(thing, false);
    },
    forgetShown() {
      if (shown.peek().length > 0) shown.value = [];
    },
    at: ({ page, frameOrigin }, purpose) =>
      all
        .peek()
        .filter((one) => isAtPage(one, page) && one.frameOrigin === frameOrigin && one.purpose === purpose)
        .map(({ selector }) => selector),
    remembered: hidden.remembered,
    remember(thing, on) {
      // Its words are shown for as long as the session lasts.
      if (on && !hidden.all.peek().some((one) => isSame(one, thing))) hidden.set([...hidden.all.peek(), thing]);
      remember(thing, on);
    },
  };

  function isAtPage(thing: ChosenThing, page: string): boolean {
    if (thing.page === page) return true;
    const isKept = (hidden.remembered.peek() ?? []).some((one) => isSame(one, thing));
    return isKept && isSiteWide(thing.selector) && originOf(thing.page) === originOf(page);
  }
}

export const originOf = (page: string): string | null => (URL.canParse(page) ? new URL(page).origin : null);

export const isSame = (a: ChosenThing, b: ChosenThing): boolean =>
  a.selector === b.selector && a.page === b.page && a.frameOrigin === b.frameOrigin && a.purpose === b.purpose;
