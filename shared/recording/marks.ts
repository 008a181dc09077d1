import type { ActivityReport, Consent } from '../report/report-schema.ts';

/** Something of the session that stands on the timeline. `at`: ms since the recording began. */
export type Mark = { at: number } & (
  | { kind: 'chat'; by: string; text: string; isPicture: boolean; isAmongHosts: boolean }
  | { kind: 'note'; by: string; text: string }
  | { kind: 'asked'; by: string; share: Shared }
  | { kind: 'answered'; by: string | null; isAllowed: boolean; share: Shared }
  | { kind: 'ended'; share: Shared }
  | { kind: 'came' | 'left' | 'led'; by: string }
  | { kind: 'call'; by: string; isOver: boolean }
);
export type Shared = Pick<Consent, 'surface' | 'level' | 'owner' | 'viewer'>;

export const markKinds = ['chat', 'control', 'consent', 'note', 'share', 'people', 'call'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What it is looked for as. */
export function markKind(mark: Mark): MarkKind {
  switch (mark.kind) {
    case 'chat':
    case 'note':
    case 'call':
      return mark.kind;
    case 'asked':
      return 'consent';
    case 'answered':
      return mark.isAllowed && mark.share.level === 'control' ? 'control' : mark.isAllowed ? 'share' : 'consent';
    case 'ended':
      return mark.share.level === 'control' ? 'control' : 'share';
    case 'came':
    case 'left':
    case 'led':
      return 'people';
  }
}

/** The marks of a recording from `startedAt` to `endedAt` (relay's time), in the order of time. */
export function marksOf(
  { chat, notes, consents, people, leads, calls }: ActivityReport,
  { startedAt, endedAt }: { startedAt: number; endedAt: number },
): Mark[] {
  const all: Mark[] = [
    ...chat.map(({ at, by, text, isPicture, audience }): Mark => ({
      at,
      kind: 'chat',
      by,
      text,
      isPicture,
      isAmongHosts: audience === 'hosts',
    })),
    ...notes.map(({ begunAt, by, text }): Mark => ({ at: begunAt, kind: 'note', by, text })),
    ...consents.flatMap((consent): Mark[] => {
      const { askedBy, askedAt, answer, answeredAt, answeredBy, endedAt: over, isImplied } = consent;
      if (isImplied) return [];
      const share = sharedOf(consent);
      return [
        { at: askedAt, kind: 'asked', by: askedBy, share },
        ...(answeredAt === null
          ? []
          : [{ at: answeredAt, kind: 'answered', by: answeredBy, isAllowed: answer === 'allowed', share } as const]),
        ...(answer === 'allowed' && over !== null ? [{ at: over, kind: 'ended', share } as const] : []),
      ];
    }),
    ...people.flatMap(({ name, from, to }): Mark[] => [
      { at: from, kind: 'came', by: name },
      ...(to === null ? [] : [{ at: to, kind: 'left', by: name } as const]),
    ]),
    ...leads.slice(1).map(({ name, from }): Mark => ({ at: from, kind: 'led', by: name })),
    ...calls.flatMap(({ by, answeredAt, endedAt: over }): Mark[] => {
      if (answeredAt === null) return [];
      return [
        { at: answeredAt, kind: 'call', by, isOver: false },
        ...(over === null ? [] : [{ at: over, kind: 'call', by, isOver: true } as const]),
      ];
    }),
  ];
  return all
    .filter(({ at }) => at >= startedAt && at <= endedAt)
    .map((mark) => ({ ...mark, at: mark.at - startedAt }))
    .toSorted((a, b) => a.at - b.at);
}

const sharedOf = ({ surface, level, owner, viewer }: Consent): Shared => ({ surface, level, owner, viewer });
