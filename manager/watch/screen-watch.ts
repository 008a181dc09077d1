import { fewParts, fewSmallParts } from '../../shared/patch/parts-of.ts';
import { awaitedMs, createPatchPlan, lookAgainMs } from '../../shared/patch/patch-plan.ts';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { PatchPart } from '../../shared/protocol/screen-patch.ts';
import type { Place, Rectangle } from '../desk/desk.ts';
import { isSamePlace } from '../desk/place-in.ts';
import type { Eyes, Pointer } from '../desk/eyes.ts';
import { createMarks } from './marks.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { packParts } from './pack-parts.ts';
import { createScreenMemory } from './screen-memory.ts';

interface Deps {
  eyes: Eyes;
  area: Rectangle;
  /** Of what is told, on average. */
  bytesPerSecond: number;
  /** Consent stands, at this moment. */
  mayRead(): boolean;
  /** The screen is still where and as large as it was. X says that it is not before it answers what came later. */
  isThere(isAfresh: boolean): Promise<boolean>;
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
  /** Painted and not yet read; read, another way than before, and not yet told. */
  const [painted, changed] = [createMarks(area), createMarks(area)];
  const squares = changed.marked.length;
  const plan = createPatchPlan();
  const open = eyes.open(notice);
  let memory: ReturnType<typeof createScreenMemory> | null = null;
  /** There was input: what changes is to be told. */
  let isLooking = false;
  /** As the viewer has it; null: nobody has looked since there was input. */
  let pointer: Pointer | null = null;
  let isOver = false;
  let awaitedUntil = -Infinity;
  /** What was told last has gone on. */
  let isFree = true;
  /** From then on the budget has room. */
  let paidAt = -Infinity;
  /** The viewer has something over the video. */
  let covers = false;
  /** Looks one after the other in which all of the screen was painted. */
  let wholes = 0;
  let restsUntil = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  /** On the desktop, of what is on the screen. */
  const placeOf = <T extends Place>(part: T): T => ({ ...part, x: part.x + area.x, y: part.y + area.y });

  function clear(): void {
    if (covers) deps.onUnchanged();
    covers = false;
  }

  /** Nothing is looked at until there is input again. */
  function rest(): void {
    clearTimeout(timer);
    isLooking = false;
    pointer = null;
    painted.forget();
    changed.forget();
    // Nothing waits any more.
    plan({ now: now(), changed: 0, squares, isAwaited: false, isLineFree: true });
    clear();
  }

  function stop(): void {
    if (isOver) return;
    rest();
    isOver = true;
    open.close();
    memory = null;
  }

  function giveUp(): void {
    if (isOver) return;
    stop();
    deps.onGivenUp();
  }

  /** What has been read is this screen's, and consent stands; else nothing is looked at any more. */
  async function mayGoOn(isAfresh: boolean): Promise<boolean> {
    const isSameScreen = await isThere(isAfresh);
    if (isOver) return false;
    if (!isSameScreen) giveUp();
    else if (!mayRead()) rest();
    else return true;
    return false;
  }

  /** All of the screen, once, to compare with. */
  async function remember(): Promise<void> {
    const made = createScreenMemory(area);
    // What is painted from here on will be said.
    await open.look();
    if (isOver) return;
    if (!mayRead()) return rest();
    const pixels = await eyes.read([area]);
    if (!(await mayGoOn(true))) return;
    made.take([{ ...area, x: 0, y: 0 }], pixels, () => {});
    memory = made;
  }

  /** What was painted since the look before is read, and what has changed by that is marked. */
  async function look(to: NonNullable<typeof memory>): Promise<void> {
    const sight = await open.look();
    for (const place of sight.painted) painted.mark(place);
    const before = pointer;
    if (isLooking) pointer = sight.pointer;
    if (!before || !pointer || !mayRead()) {
      // What was painted unasked is not read.
      to.doubt(painted.marked);
      return painted.forget();
    }
    if (painted.count > 0) wholes = painted.count === squares ? wholes + 1 : 0;
    for (const place of isSame(before, pointer) ? [] : [before, pointer]) {
      painted.mark(place);
      changed.mark(place);
    }
    const marked = painted.marked.slice();
    painted.forget();
    const parts = fewParts(marked, area);
    if (parts.length === 0) return undefined;
    const pixels = await eyes.read(parts.map((part) => placeOf(part)));
    if (!mayRead()) return to.doubt(marked);
    return to.take(parts, pixels, (square) => changed.mark({ ...placeOf(square), width: 1, height: 1 }));
  }

  function put(): void {
    const parts = fewSmallParts(changed.marked, area);
    changed.forget();
    if (!parts || !memory || !pointer) return clear();
    const packed = packParts(
      memory.cut(parts),
      parts.map((part) => placeOf(part)),
      pointer,
    );
    const pixels = packed.toString('base64');
    if (pixels.length > managerLimits.changedChars) return clear();
    isFree = false;
    paidAt = Math.max(now(), paidAt) + (packed.length / bytesPerSecond) * 1_000;
    covers = true;
    deps.onChanged(parts, pixels);
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(work, Math.min(awaitedUntil - now(), ms));
  }

  async function step(): Promise<void> {
    if (!(await mayGoOn(false))) return;
    if (!memory) await remember();
    if (!isLooking || !memory) return;
    if (now() >= awaitedUntil) return rest();
    // The first look reads nothing, and is not to wait: what comes of the input must come after it.
    const isFirst = !pointer;
    await look(memory);
    if (!(await mayGoOn(isFirst)) || !isLooking) return;
    if (wholes > wholesAtMost) return giveUp();
    const time = now();
    const isAwaited = time < awaitedUntil;
    const isLineFree = isFree && time >= paidAt;
    const next = plan({ now: time, changed: changed.count, squares, isAwaited, isLineFree });
    if (!isAwaited) return rest();
    later(changed.count > 0 && next === 'wait' ? (isFree ? paidAt - time : lookAgainMs) : Infinity);
    if (next === 'send') return put();
    if (next === 'wait') return;
    // So much comes as fast by video; to read it all again and again would take from that.
    if (changed.count > 0) restsUntil = time + lookAgainMs;
    changed.forget();
    clear();
  }

  /** Something was painted. */
  function notice(): void {
    if (!isLooking) return;
    const waitMs = Math.max(isFree ? 0 : lookAgainMs, restsUntil - now());
    if (waitMs > 0) later(waitMs);
    else work();
  }

  // What cannot be looked at is the video's.
  const work = oneAtATime(step, giveUp);

  return {
    /** Until what is on the screen is known: what comes of the first input is compared with that. */
    async begin(): Promise<void> {
      if (mayRead()) await remember().catch(giveUp);
    },
    /** Input is about to be carried out. */
    awaited(): void {
      if (!mayRead()) return;
      awaitedUntil = now() + awaitedMs;
      if (isLooking) return;
      isLooking = true;
      work();
    },
    /** It was: at least the pointer may be elsewhere. */
    look: notice,
    /** Consent may be on hold by now: then the video shows all at once. Or it stands again. */
    checkConsent(): void {
      if (isOver) return;
      if (!mayRead()) rest();
      else if (!memory) work();
    },
    /** What was told last has gone on. */
    next(): void {
      isFree = true;
      if (isLooking) work();
    },
    stop,
  };
}

const isSame = (one: Pointer, other: Pointer): boolean =>
  isSamePlace(one, other) && Buffer.from(one.pixels).equals(other.pixels);
