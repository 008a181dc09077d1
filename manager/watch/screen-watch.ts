import { fewParts } from '../../shared/patch/parts-of.ts';
import { awaitedMs, createPatchPlan, lookAgainMs } from '../../shared/patch/patch-plan.ts';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { PatchPart } from '../../shared/protocol/screen-patch.ts';
import type { Rectangle } from '../desk/desk.ts';
import { isSamePlace } from '../desk/place-in.ts';
import type { Eyes, OpenEyes, Pointer, Sight } from '../desk/eyes.ts';
import { createMarks } from './marks.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { packParts } from './pack-parts.ts';

interface Deps {
  eyes: Eyes;
  area: Rectangle;
  /** Of what is told, on average. */
  bytesPerSecond: number;
  /** Consent stands, at this moment. */
  mayRead(): boolean;
  /** The screen is still where and as large as it was. */
  isThere(): Promise<boolean>;
  onChanged(parts: PatchPart[], pixels: string): void;
  /** From now on the video shows all. */
  onUnchanged(): void;
  /** Nothing more comes: the frames that the browser captures say more. */
  onGivenUp(): void;
  /** ms, never back. */
  now: () => number;
}

/** A desktop that is put together by one program paints all of itself each time, and so tells nothing. */
const wholesAtMost = 5;

/** Looks at what changes on one screen, for a moment after each input. */
export function createScreenWatch(deps: Deps) {
  const { eyes, area, bytesPerSecond, mayRead, isThere, now } = deps;
  const marks = createMarks(area);
  const squares = marks.marked.length;
  const plan = createPatchPlan();
  /** While there is something to look for; `pointer`: as the viewer has it. */
  let looking: { eyes: OpenEyes; pointer: Pointer | null } | null = null;
  let awaitedUntil = -Infinity;
  /** What was told last has gone on. */
  let isFree = true;
  /** From then on the budget has room. */
  let paidAt = -Infinity;
  /** The viewer has something over the video. */
  let covers = false;
  /** Looks one after the other in which all of the screen was painted. */
  let wholes = 0;
  let timer: NodeJS.Timeout | undefined;

  function clear(): void {
    if (covers) deps.onUnchanged();
    covers = false;
  }

  /** Nothing is looked at until there is input again. */
  function rest(): void {
    clearTimeout(timer);
    looking?.eyes.close();
    looking = null;
    marks.forget();
    clear();
  }

  function giveUp(): void {
    rest();
    deps.onGivenUp();
  }

  function note(to: NonNullable<typeof looking>, { painted, pointer }: Sight): void {
    const { pointer: before } = to;
    to.pointer = pointer;
    // The first look only says where the pointer was.
    if (!before) return;
    for (const place of painted) marks.mark(place);
    if (marks.changed > 0) wholes = marks.changed === squares ? wholes + 1 : 0;
    if (isSamePlace(before, pointer) && Buffer.from(before.pixels).equals(pointer.pixels)) return;
    marks.mark(before);
    marks.mark(pointer);
  }

  async function put({ eyes: open, pointer }: NonNullable<typeof looking>): Promise<void> {
    const parts = fewParts(marks.marked, area);
    marks.forget();
    if (!parts) return clear();
    const packed = await packParts(parts, { corner: area, eyes: open, pointer });
    const pixels = packed.toString('base64');
    // Consent may have ended meanwhile, and the eyes with it.
    if (!mayRead() || looking?.eyes !== open) return undefined;
    if (pixels.length > managerLimits.changedChars) return clear();
    isFree = false;
    paidAt = Math.max(now(), paidAt) + (packed.length / bytesPerSecond) * 1_000;
    covers = true;
    return deps.onChanged(parts, pixels);
  }

  async function step(): Promise<void> {
    if (!looking) return;
    const mine = looking;
    if (!(await isThere())) return giveUp();
    if (!mayRead()) return rest();
    const sight = await mine.eyes.look();
    if (looking !== mine) return;
    if (!mayRead()) return rest();
    note(mine, sight);
    if (wholes > wholesAtMost) return giveUp();
    const { changed } = marks;
    const time = now();
    const isAwaited = time < awaitedUntil;
    const next = plan({ now: time, changed, squares, isAwaited, isLineFree: isFree && time >= paidAt });
    if (!isAwaited) return rest();
    clearTimeout(timer);
    const againMs = changed > 0 && next === 'wait' ? (isFree ? paidAt - time : lookAgainMs) : Infinity;
    timer = setTimeout(work, Math.min(awaitedUntil - time, againMs));
    if (next === 'send') return put(mine);
    if (next === 'wait') return;
    marks.forget();
    clear();
  }

  // What cannot be looked at is the video's.
  const work = oneAtATime(step, giveUp);

  return {
    /** Input is about to be carried out. */
    awaited(): void {
      if (!mayRead()) return;
      awaitedUntil = now() + awaitedMs;
      if (looking) return;
      looking = { eyes: eyes.open(work), pointer: null };
      work();
    },
    /** It was: at least the pointer may be elsewhere. */
    look(): void {
      if (looking) work();
    },
    /** What was told last has gone on. */
    next(): void {
      isFree = true;
      if (looking && marks.changed > 0) work();
    },
    stop: rest,
  };
}
