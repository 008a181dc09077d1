import * as v from 'valibot';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

export const surfaces = ['page', 'application', 'desktop'] as const;
export const levels = ['view', 'control'] as const;
/** `request`: the viewer asks to see. `share`: the owner offers to show. */
export const directions = ['request', 'share'] as const;

/** Which share is meant. There is one machine for each such quadruple. */
export const shareRefSchema = v.strictObject({
  owner: participantIdSchema,
  viewer: participantIdSchema,
  surface: v.picklist(surfaces),
  level: v.picklist(levels),
});
export type ShareRef = v.InferOutput<typeof shareRefSchema>;

/** A kind of share that the site has switched on. */
export const shareKindSchema = v.strictObject({
  surface: v.picklist(surfaces),
  level: v.picklist(levels),
  direction: v.picklist(directions),
});
export type ShareKind = v.InferOutput<typeof shareKindSchema>;

/** All that there is to ask for and to offer. */
export const everyKind: readonly ShareKind[] = surfaces.flatMap((surface) =>
  directions.flatMap((direction) => levels.map((level) => ({ surface, level, direction }))),
);

export const refusalReasons = ['denied', 'no-answer', 'withdrawn', 'impossible'] as const;
export const endReasons = [
  'stopped',
  'released',
  'left-origin',
  'page-gone',
  /** The window that was captured is closed, or the browser's own Stop was pressed. */
  'capture-ended',
  'superseded',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export type EndReason = (typeof endReasons)[number];

/** `off → requested → on | off`. `accepted` comes between: by an offer's viewer, or by an owner who then has to choose. */
export type Share =
  | { phase: 'off'; ref: ShareRef; last: RefusalReason | EndReason | 'left' }
  | {
      phase: 'requested';
      ref: ShareRef;
      direction: (typeof directions)[number];
      requestId: string;
      accepted: boolean;
      /** Relay's time, ms since 1970. */
      at: number;
    }
  | { phase: 'on'; ref: ShareRef; grantId: string; since: number };

/** When an open question is a refusal, relay's time. */
export const expiresAt = ({ at, accepted }: Extract<Share, { phase: 'requested' }>): number =>
  at + (accepted ? limits.chooseWithinMs : limits.answerWithinMs);

export type ShareKey = `${string}/${string}/${string}/${string}`;

export function shareKey(ref: ShareRef): ShareKey {
  return `${ref.owner}/${ref.viewer}/${ref.surface}/${ref.level}`;
}
