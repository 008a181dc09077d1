import type { ManagerFact, ManagerFailure, ManagerQuestion } from '../../shared/protocol/manager.ts';
import type { Control } from '../control/control.ts';
import type { Desk } from '../desk/desk.ts';
import type { Eyes } from '../desk/eyes.ts';
import { isSamePlace } from '../desk/place-in.ts';
import { createScreenWatch } from './screen-watch.ts';

type Wanted = Pick<Extract<ManagerQuestion, { type: 'manager.watch' }>, 'grant' | 'size' | 'bytesPerSecond'>;

interface WatchDeps {
  desk: Pick<Desk, 'screens'>;
  eyes: Eyes;
  control: Pick<Control, 'closed' | 'surfaceOf'>;
  tell(fact: ManagerFact): void;
  /** ms, never back. */
  now: () => number;
}

/** What changes on the screen under a grant of control, by the same gate as its input. */
export interface Watch {
  /** Null: it has begun. */
  begin(wanted: Wanted): Promise<ManagerFailure | null>;
  /** The one that has begun under that grant. */
  of(grant: string): ReturnType<typeof createScreenWatch> | null;
  /** Its consent may be on hold by now. */
  checkConsent(): void;
  end(grant: string): void;
  stop(): void;
}

export function createWatch({ desk, eyes, control, tell, now }: WatchDeps): Watch {
  let current: { grant: string; screen: ReturnType<typeof createScreenWatch> } | null = null;

  function stop(): void {
    current?.screen.stop();
    current = null;
  }
  const of: Watch['of'] = (grant) => (current?.grant === grant ? current.screen : null);

  return {
    of,
    async begin({ grant, size, bytesPerSecond }) {
      const surface = control.surfaceOf(grant);
      if (surface === null) return 'not-granted';
      if (surface.kind !== 'desktop') return 'unsupported';
      const placeNow = async (isAfresh: boolean) =>
        (await desk.screens(isAfresh)).find(({ id }) => id === surface.screen) ?? null;
      const area = await placeNow(true);
      // It may have ended meanwhile.
      if (control.surfaceOf(grant) !== surface) return 'not-granted';
      // Of a picture that was made smaller nobody knows the pixels.
      if (area?.width !== size.width || area.height !== size.height) return 'unsupported';
      stop();
      const screen = createScreenWatch({
        eyes,
        area,
        bytesPerSecond,
        mayRead: () => of(grant) === screen && control.closed(grant) === null,
        async isThere(isAfresh) {
          const place = await placeNow(isAfresh);
          return place !== null && isSamePlace(place, area);
        },
        onChanged: (parts, pixels) => tell({ type: 'manager.changed', grant, size, parts, pixels }),
        onUnchanged: () => tell({ type: 'manager.unchanged', grant }),
        onGivenUp() {
          if (of(grant) !== screen) return;
          current = null;
          tell({ type: 'manager.unwatched', grant });
        },
        now,
      });
      current = { grant, screen };
      await screen.begin();
      return null;
    },
    checkConsent: () => current?.screen.checkConsent(),
    end(grant) {
      if (of(grant)) stop();
    },
    stop,
  };
}
