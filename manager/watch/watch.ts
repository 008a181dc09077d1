import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { awaitedMs, createPatchPlan, lookAgainMs } from '../../shared/patch/patch-plan.ts';
import { fewParts } from '../../shared/patch/parts-of.ts';
import { managerLimits } from '../../shared/protocol/manager-limits.ts';
import type { ManagerFact, ManagerFailure } from '../../shared/protocol/manager.ts';
import type { PictureSize } from '../../shared/protocol/screen-patch.ts';
import type { Control } from '../control/control.ts';
import type { Desk, Rectangle } from '../desk/desk.ts';
import type { Eyes, OpenEyes, Pointer, Sight } from '../desk/eyes.ts';
import { blendPointer } from './blend-pointer.ts';
import { createMarks } from './marks.ts';

export interface WatchDeps {
  desk: Pick<Desk, 'screens'>;
  eyes: Eyes;
  control: Pick<Control, 'closed' | 'surfaceOf'>;
  tell(fact: ManagerFact): void;
  /** ms, never back. */
  now: () => number;
}

/** What changes on the screen under a grant of control, for a moment after each input that counted. */
export interface Watch {
  /** Null: it has begun. */
  begin(wanted: Pick<Watched, 'grant' | 'bytesPerSecond'> & { size: PictureSize }): Promise<ManagerFailure | null>;
  /** Input is about to be carried out. */
  awaited(grant: string): void;
  /** It was: at least the pointer may be elsewhere. */
  look(grant: string): void;
  /** What was told last has gone on. */
  next(grant: string): void;
  end(grant: string): void;
  stop(): void;
}

interface Watched {
  grant: string;
  screen: string;
  area: Rectangle;
  marks: ReturnType<typeof createMarks>;
  plan: ReturnType<typeof createPatchPlan>;
  bytesPerSecond: number;
  awaitedUntil: number;
  /** What was told last has gone on. */
  isFree: boolean;
  /** From then on the budget has room. */
  paidAt: number;
  /** The viewer has something over the video. */
  covers: boolean;
  /** Looks one after the other in which all of the screen was painted. */
  wholes: number;
}

interface Looking {
  eyes: OpenEyes;
  /** As the video or the viewer's last patch has it. */
  pointer: Pointer | null;
}

/** The line has room, and time is short. */
const deflate = promisify(deflateRaw);
const quick = { level: 1 };
/** A desktop that is put together by one program paints all of itself each time, and so tells nothing. */
const wholesAtMost = 5;

export function createWatch({ desk, eyes, control, tell, now }: WatchDeps): Watch {
  let current: Watched | null = null;
  let looking: Looking | null = null;
  let isAtWork = false;
  let isWanted = false;
  let timer: NodeJS.Timeout | undefined;

  const mayRead = (mine: Watched) => current === mine && control.closed(mine.grant) === null;

  function clear(mine: Watched): void {
    if (mine.covers) tell({ type: 'manager.unchanged', grant: mine.grant });
    mine.covers = false;
  }

  /** Nothing is looked at until there is input again. */
  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
    looking?.eyes.close();
    looking = null;
    if (!current) return;
    current.marks.forget();
    clear(current);
  }

  function drop(): void {
    rest();
    current = null;
  }

  /** The frames that the browser captures say more. */
  function giveUp(): void {
    const grant = current?.grant;
    drop();
    if (grant !== undefined) tell({ type: 'manager.unwatched', grant });
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  }

  function note(mine: Watched, to: Looking, { painted, pointer }: Sight): void {
    const { marks } = mine;
    const isFirst = to.pointer === null;
    for (const place of isFirst ? [] : painted) marks.mark(place);
    mine.wholes = marks.changed === marks.marked.length ? mine.wholes + 1 : marks.changed > 0 ? 0 : mine.wholes;
    if (to.pointer && !isSame(to.pointer, pointer)) {
      marks.mark(to.pointer);
      marks.mark(pointer);
    }
    to.pointer = pointer;
  }

  async function put(mine: Watched, { eyes: open, pointer }: Looking): Promise<void> {
    const { area, marks, grant } = mine;
    const { width, height } = area;
    const parts = fewParts(marks.marked, area);
    marks.forget();
    if (!parts) return clear(mine);
    const places = parts.map((part) => ({ ...part, x: part.x + area.x, y: part.y + area.y }));
    const pixels = await open.read(places);
    if (pointer) blendPointer(pixels, places, pointer);
    const packed = await deflate(pixels, quick);
    const text = packed.toString('base64');
    // Consent may have ended meanwhile.
    if (!mayRead(mine)) return undefined;
    if (text.length > managerLimits.changedChars) return clear(mine);
    mine.isFree = false;
    mine.paidAt = Math.max(now(), mine.paidAt) + (packed.length / mine.bytesPerSecond) * 1_000;
    mine.covers = true;
    tell({ type: 'manager.changed', grant, size: { width, height }, parts, pixels: text });
  }

  async function step(mine: Watched, to: Looking): Promise<void> {
    const screen = (await desk.screens()).find(({ id }) => id === mine.screen);
    if (!screen || !isSamePlace(screen, mine.area)) return giveUp();
    if (!mayRead(mine)) return rest();
    note(mine, to, await to.eyes.look());
    if (!mayRead(mine)) return rest();
    if (mine.wholes > wholesAtMost) return giveUp();
    const { marks, awaitedUntil, isFree, paidAt } = mine;
    const time = now();
    const isAwaited = time < awaitedUntil;
    const { changed } = marks;
    const next = mine.plan({ now: time, changed, squares: marks.marked.length, isAwaited, isLineFree: isFree && time >= paidAt });
    if (!isAwaited) return rest();
    const isPending = next === 'wait' && changed > 0;
    later(Math.min(awaitedUntil - time, isPending ? lookAgainMs : Infinity, isPending && isFree ? paidAt - time : Infinity));
    if (next === 'send') return put(mine, to);
    if (next === 'wait') return undefined;
    marks.forget();
    return clear(mine);
  }

  /** One look at a time. */
  function work(): void {
    isWanted = true;
    if (!isAtWork) void workOn();
  }
  async function workOn(): Promise<void> {
    isAtWork = true;
    try {
      while (isWanted && current && looking) {
        isWanted = false;
        await step(current, looking);
      }
    } catch {
      // What cannot be looked at is the video's.
      giveUp();
    } finally {
      isAtWork = false;
    }
  }

  return {
    async begin({ grant, bytesPerSecond, size: { width, height } }) {
      const surface = control.surfaceOf(grant);
      if (surface === null) return 'not-granted';
      if (surface.kind !== 'desktop') return 'unsupported';
      const found = (await desk.screens()).find(({ id }) => id === surface.screen);
      // Of a picture that was made smaller nobody knows the pixels.
      if (found?.width !== width || found.height !== height) return 'unsupported';
      drop();
      const { id: screen, x, y } = found;
      const area = { x, y, width, height };
      const plan = createPatchPlan();
      const begun = { awaitedUntil: -Infinity, isFree: true, paidAt: -Infinity, covers: false, wholes: 0 };
      current = { grant, screen, area, marks: createMarks(area), plan, bytesPerSecond, ...begun };
      return null;
    },
    awaited(grant) {
      if (current?.grant !== grant || !mayRead(current)) return;
      current.awaitedUntil = now() + awaitedMs;
      if (looking) return;
      looking = { eyes: eyes.open(work), pointer: null };
      work();
    },
    look(grant) {
      if (current?.grant === grant && looking) work();
    },
    next(grant) {
      if (current?.grant !== grant) return;
      current.isFree = true;
      if (looking && current.marks.changed > 0) work();
    },
    end(grant) {
      if (current?.grant === grant) drop();
    },
    stop: drop,
  };
}

const isSamePlace = (one: Rectangle, other: Rectangle): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

const isSame = (one: Pointer, other: Pointer): boolean =>
  isSamePlace(one, other) && Buffer.from(one.pixels).equals(other.pixels);
