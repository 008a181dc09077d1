import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { admitPage } from '../../protocol/page-admission.ts';
import type { PickPurpose, ToPage } from '../../protocol/page.ts';
import type { PrivacyPolicy } from '../../protocol/privacy-policy.ts';
import type { ChosenTool } from '../drawing/pen.ts';
import { filterTitle } from './filter/title-filter.ts';
import type { ChosenThing } from './pick/chosen-thing.ts';
import type { ChosenThings, ThingPlace } from './pick/chosen-things.ts';
import type { FromFrame, RecordedPage } from './recorded-page.ts';

export interface DecidedPage extends RecordedPage {
  /** What the customer points at something for, at this moment. */
  readonly picking: ReadonlySignal<PickPurpose | null>;
  readonly things: ReadonlySignal<readonly ChosenThing[]>;
  /** What the customer draws on the page with, at this moment. */
  readonly drawing: ReadonlySignal<ChosenTool | null>;
  /** Null: no more. */
  draw(chosen: ChosenTool | null): void;
  undoDrawing(): void;
  pick(purpose: PickPurpose): void;
  endPick(): void;
  /** Those that stay hidden on their site from one session to the next; null: nothing can. */
  readonly remembered: ReadonlySignal<readonly ChosenThing[] | null>;
  remember(thing: ChosenThing, on: boolean): void;
  /** Seen again, or masked again. */
  undo(thing: ChosenThing): void;
}

export interface DecidedPageDeps {
  page: RecordedPage;
  /** Null: not known, and nothing is sent. */
  policy: ReadonlySignal<PrivacyPolicy | null>;
  things: ChosenThings;
  signal: AbortSignal;
}

/** What a page that may not be sent is not told. */
const held: ReadonlySet<ToPage['type']> = new Set(['page.record', 'page.refresh', 'page.command']);

/**
 * The shown page under what the site and the customer have decided: each document is told that before it is told
 * to record, and again when it changes; one that may not be sent is not recorded at all.
 */
export function decidePage({ page, policy, things, signal: life }: DecidedPageDeps): DecidedPage {
  const picking = signal<PickPurpose | null>(null);
  const drawing = signal<ChosenTool | null>(null);
  /** Frames that somebody wants recorded. */
  const wanted = new Set<number>();
  /** Those whose log somebody wants. */
  const logged = new Set<number>();
  const withheld = computed(() => {
    const info = page.info.value;
    if (!policy.value) return 'paused';
    if (!info) return null;
    const admission = admitPage(policy.value, info.address ?? info.url);
    return admission === 'admitted' ? null : admission;
  });
  let handler: (message: FromFrame, frame: number) => void = () => undefined;

  const place = (frame: number): ThingPlace => ({
    page: page.info.peek()?.url ?? '',
    frameOrigin: frame === 0 ? null : page.frameOrigin(frame),
  });
  function tell(frame: number) {
    const decided = policy.peek();
    if (decided) page.post({ type: 'page.policy', policy: decided }, frame);
    page.post({ type: 'page.hide', selectors: things.at(place(frame), 'hide') }, frame);
    page.post({ type: 'page.unmask', selectors: things.at(place(frame), 'show') }, frame);
  }
  function post(message: ToPage, frame = 0) {
    const { type } = message;
    if (type === 'page.stop' || type === 'page.pause') wanted.delete(frame);
    if (type === 'page.record') wanted.add(frame);
    if (type === 'page.log' && message.on) logged.add(frame);
    else if (type === 'page.log' || !wanted.has(frame)) logged.delete(frame);
    if (withheld.peek() !== null && held.has(type)) return;
    if (type === 'page.record') tell(frame);
    page.post(message, frame);
    if (type === 'page.record' && drawing.peek()) page.post({ type: 'page.draw', chosen: drawing.peek() }, frame);
  }

  function endPick() {
    if (!picking.peek()) return;
    picking.value = null;
    for (const frame of new Set([0, ...wanted])) page.post({ type: 'page.pick-end' }, frame);
    page.setPicking(false);
  }
  function draw(chosen: ChosenTool | null) {
    if (chosen === null && drawing.peek() === null) return;
    if (chosen !== null) {
      if (withheld.peek() !== null || life.aborted) return;
      endPick();
    }
    drawing.value = chosen;
    page.setPicking(chosen !== null);
    for (const frame of new Set([0, ...wanted])) page.post({ type: 'page.draw', chosen }, frame);
  }
  function heard(message: FromFrame, frame: number) {
    const { type } = message;
    const purpose = picking.peek();
    if (type === 'page.picked') {
      endPick();
      if (purpose) things.add(message.things, purpose, place(frame));
      return;
    }
    if (type === 'page.pick-ended') return endPick();
    if (type === 'page.draw-ended') return draw(null);
    if ((type === 'page.batch' || type === 'page.sheets') && withheld.peek() !== null) return;
    if (type === 'page.ready' || type === 'page.left') {
      wanted.delete(frame);
      logged.delete(frame);
      if (frame === 0) endPick();
      if (frame === 0 && type === 'page.ready') things.forgetShown();
    }
    handler(message, frame);
  }

  const disposers = [
    effect(() => {
      // Whichever of these has changed; the page itself tells what is no news.
      void [policy.value, things.all.value, page.info.value?.url];
      untracked(() => {
        if (withheld.peek() === null) for (const frame of wanted) tell(frame);
      });
    }),
    effect(() => {
      const isHeld = withheld.value !== null;
      untracked(() => {
        if (isHeld) endPick();
        if (isHeld) draw(null);
        for (const frame of wanted) {
          if (!isHeld) tell(frame);
          page.post({ type: isHeld ? 'page.stop' : 'page.record' }, frame);
          if (!isHeld && logged.has(frame)) page.post({ type: 'page.log', on: true }, frame);
        }
      });
    }),
  ];
  life.addEventListener('abort', () => {
    endPick();
    draw(null);
    for (const dispose of disposers) dispose();
  });

  return {
    ...page,
    hidden: computed(() => withheld.value ?? page.hidden.value),
    tellTitle: (title) => (policy.value ? filterTitle(title, policy.value) : ''),
    picking,
    things: things.all,
    post,
    receive(next) {
      handler = next;
      page.receive(heard);
    },
    pick(purpose) {
      if (withheld.peek() !== null || life.aborted) return;
      endPick();
      draw(null);
      picking.value = purpose;
      page.setPicking(true);
      for (const frame of new Set([0, ...wanted])) page.post({ type: 'page.pick', purpose }, frame);
    },
    endPick,
    drawing,
    draw,
    undoDrawing() {
      for (const frame of new Set([0, ...wanted])) page.post({ type: 'page.draw-undo' }, frame);
    },
    remembered: things.remembered,
    remember: things.remember,
    undo: things.remove,
  };
}
