import { elementsAt, isAt, stepsOf } from '../pick/place.ts';

export interface ChosenPlaces {
  /** These places and no others. True when they are others than before. */
  choose(places: readonly string[]): boolean;
  has(element: Element): boolean;
}

interface Choice {
  steps: string[];
  /** Those that were there: they stay chosen wherever they go. */
  elements: WeakSet<Element>;
  /** The same, as long as they live. */
  live: WeakRef<Element>[];
}

/**
 * Elements that somebody has pointed at. The element itself counts for as long as it is in the page; only when
 * it has gone does whatever is at its place count, so that a list that grows does not hide its next entry.
 */
export function createChosenPlaces(doc: Document): ChosenPlaces {
  let choices = new Map<string, Choice>();

  function choiceOf(place: string): Choice {
    const elements = elementsAt(place, doc);
    return { steps: stepsOf(place), elements: new WeakSet(elements), live: elements.map((one) => new WeakRef(one)) };
  }
  function isChosen(choice: Choice, element: Element): boolean {
    if (choice.elements.has(element)) return true;
    if (choice.live.some((one) => one.deref()?.isConnected) || !isAt(element, choice.steps, doc)) return false;
    choice.elements.add(element);
    choice.live = [new WeakRef(element)];
    return true;
  }

  return {
    choose(places) {
      const before = choices;
      choices = new Map([...new Set(places)].map((place) => [place, before.get(place) ?? choiceOf(place)]));
      return choices.size !== before.size || [...choices.keys()].some((place) => !before.has(place));
    },
    has(element) {
      for (const choice of choices.values()) if (isChosen(choice, element)) return true;
      return false;
    },
  };
}
