import { computed, type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { limits } from '../../../protocol/limits.ts';
import { type PickedThing, pickedThingSchema, type PickPurpose } from '../../../protocol/page.ts';

/** Where a thing is: the page (origin and path) and, for one in a frame of another origin, that origin. */
export interface ThingPlace {
  page: string;
  frameOrigin: string | null;
}

export const chosenThingSchema = v.object({
  ...pickedThingSchema.entries,
  page: v.string(),
  frameOrigin: v.nullable(v.string()),
  purpose: v.picklist(['hide', 'show']),
});
/** Something that the customer has hidden, or a field that the customer lets be seen. */
export type ChosenThing = v.InferOutput<typeof chosenThingSchema>;

/** Where what is hidden outlives a reload of the window, for the length of the session. */
export interface ThingKeeper {
  hiddenThings(): Promise<readonly ChosenThing[]>;
  keepHiddenThings(things: readonly ChosenThing[]): Promise<void>;
}

export interface ChosenThings {
  readonly all: ReadonlySignal<readonly ChosenThing[]>;
  add(things: readonly PickedThing[], purpose: PickPurpose, place: ThingPlace): void;
  remove(thing: ChosenThing): void;
  /** The page's document has gone: what was shown for its sake is hidden again. */
  forgetShown(): void;
  at(place: ThingPlace, purpose: PickPurpose): string[];
}

/** What is hidden, in all tabs and for the length of the session. */
export interface HiddenThings {
  readonly all: ReadonlySignal<readonly ChosenThing[]>;
  set(things: readonly ChosenThing[]): void;
}

export async function loadHiddenThings(keeper: ThingKeeper): Promise<HiddenThings> {
  const all = signal<readonly ChosenThing[]>(await keeper.hiddenThings().catch(() => []));
  return {
    all,
    set(things) {
      all.value = things.slice(-limits.thingsPicked);
      void keeper.keepHiddenThings(all.peek());
    },
  };
}

/** What this customer has chosen for one tab: a field that is shown is shown there and in no other. */
export function createChosenThings(hidden: HiddenThings): ChosenThings {
  const shown = signal<readonly ChosenThing[]>([]);
  const all = computed(() => [...hidden.all.value, ...shown.value]);
  const setShown = (things: readonly ChosenThing[]) => {
    shown.value = things.slice(-limits.thingsPicked);
  };
  return {
    all,
    add(things, purpose, place) {
      const added = things.map((thing) => ({ ...thing, ...place, purpose }));
      const news = added.filter((thing) => !all.peek().some((known) => isSame(known, thing)));
      if (purpose === 'hide') hidden.set([...hidden.all.peek(), ...news]);
      else setShown([...shown.peek(), ...news]);
    },
    remove(thing) {
      if (thing.purpose === 'hide') hidden.set(hidden.all.peek().filter((one) => one !== thing));
      else setShown(shown.peek().filter((one) => one !== thing));
    },
    forgetShown() {
      if (shown.peek().length > 0) shown.value = [];
    },
    at: ({ page, frameOrigin }, purpose) =>
      all
        .peek()
        .filter((one) => one.page === page && one.frameOrigin === frameOrigin && one.purpose === purpose)
        .map(({ selector }) => selector),
  };
}

const isSame = (a: ChosenThing, b: ChosenThing) =>
  a.selector === b.selector && a.page === b.page && a.frameOrigin === b.frameOrigin && a.purpose === b.purpose;
