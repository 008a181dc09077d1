import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { SessionState } from '../../session/state.ts';
import { ownGrant, type OwnGrants } from '../assist/own-grants.ts';
import { type Shown, type Viewer, viewersOf } from '../assist/shown.ts';

type Grant = Viewer['view'];

interface Deps {
  state: ReadonlySignal<SessionState>;
  /** Whose page it is. */
  me: ParticipantId;
  own: OwnGrants;
  /** What is shown by the facts and by one's own grants. */
  shown: ReadonlySignal<Shown | null>;
  /** False: another window answers for its participant. */
  speaks: ReadonlySignal<boolean>;
  /** Tells the relay that a grant is over. */
  end(grant: Grant): void;
  signal: AbortSignal;
}

/** What is over here does not come back, and what the facts have without it being allowed here is ended. */
export function keepOnlyOwnGrants({ state, me, own, shown, speaks, end, signal: life }: Deps): void {
  let before: readonly Grant[] = [];
  const dispose = effect(() => {
    const isOurs = speaks.value;
    const now = shown.value ? grantsOf([shown.value, ...shown.value.followers]) : [];
    const known = own.all.value;
    const claimed = grantsOf(viewersOf(state.value, me));
    untracked(() => {
      if (!isOurs || !known) return;
      for (const one of before) if (!isAmong(now, one)) own.drop(one.ref, one.grantId);
      before = now;
      const wrong = claimed.filter((one) => !isAmong(now, one));
      // With view ends control.
      const isEnough = ({ ref }: Grant) =>
        ref.level === 'control' && wrong.some((one) => one.ref.level === 'view' && one.ref.viewer === ref.viewer);
      for (const one of wrong) if (!isEnough(one)) end(one);
    });
  });
  life.addEventListener('abort', dispose);
}

const grantsOf = (viewers: readonly Viewer[]): Grant[] =>
  viewers.flatMap(({ view, control }) => (control ? [view, control] : [view]));
const isAmong = (grants: readonly Grant[], { ref, grantId }: Grant): boolean =>
  grants.some((one) => ownGrant(one.ref, one.grantId) === ownGrant(ref, grantId));
