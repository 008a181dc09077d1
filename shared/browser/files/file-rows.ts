import type { ParticipantId } from '../../protocol/ids.ts';
import { isDangerousName } from '../../session/dangerous-file.ts';
import { isFileFor, type PublishedFile } from '../../session/file.ts';
import type { Participant, SessionState } from '../../session/state.ts';
import type { Fetched } from './fetch-files.ts';
import type { Served, Serving } from './serve-files.ts';
import { newTransfer, type Transfer } from './transfer.ts';

export interface Taker {
  name: string;
  /** Of the file's bytes; null: all, and compared. */
  upTo: number | null;
}

interface Common {
  file: PublishedFile;
  /** Acts by itself when it is opened, as its name says. */
  isDangerous: boolean;
  ownerName: string;
}

/** One line of the list of files. */
export type FileRow =
  | (Common & {
      side: 'own';
      /** The window was reloaded: nobody can fetch it before it is chosen again. */
      isLost: boolean;
      /** For whom: a name, where it is for one alone. */
      toName: string | null;
      takers: readonly Taker[];
    })
  | (Common & {
      side: 'theirs';
      transfer: Transfer;
      isOwnerHere: boolean;
      isNew: boolean;
      /** This participant has had all of it. */
      isHad: boolean;
      /** A program under the name of something else. */
      isDisguised: boolean;
      /** The site wants no programs. */
      isRefused: boolean;
    });

interface Input {
  state: SessionState;
  me: ParticipantId;
  online: ReadonlySet<ParticipantId>;
  fetched: ReadonlyMap<string, { transfer: Transfer; fetched: Fetched | null }>;
  inHand: ReadonlyMap<string, Served>;
  servings: readonly (Serving & { by: ParticipantId })[];
  seen: readonly string[];
}

/** The files that this participant has to do with, the newest last. */
export function fileRows({ state, me, online, fetched, inHand, servings, seen }: Input): readonly FileRow[] {
  if (state.phase === 'none') return [];
  const { participants } = state;
  const self = participants[me];
  const nameOf = (id: ParticipantId) => participants[id]?.name ?? '';
  return state.files.flatMap((file): FileRow[] => {
    if (file.withdrawnAt !== null || !self) return [];
    const common = { file, isDangerous: isDangerousName(file.name), ownerName: nameOf(file.by) };
    if (file.by === me) {
      const toName = file.to === 'all' || file.to === 'hosts' ? null : nameOf(file.to);
      const takers = takersOf(file, { participants, servings });
      return [{ ...common, side: 'own', isLost: !inHand.has(file.id), toName, takers }];
    }
    if (!isFileFor(file, self)) return [];
    const one = fetched.get(file.id);
    const isHad = file.received.some(({ by }) => by === me);
    return [
      {
        ...common,
        side: 'theirs',
        transfer: one?.transfer ?? newTransfer(file.size),
        isOwnerHere: participants[file.by]?.phase === 'present' && online.has(file.by),
        isNew: !isHad && !one && !seen.includes(file.id),
        isHad,
        isDisguised: isDisguised(file, one?.fetched ?? null),
        isRefused: one?.fetched?.isProgram === true && state.filePolicy.dangerous === 'refuse',
      },
    ];
  });
}

export const isDisguised = ({ name }: PublishedFile, fetched: Fetched | null): boolean =>
  fetched?.isProgram === true && !isDangerousName(name);

function takersOf(
  { id, received }: PublishedFile,
  { participants, servings }: { participants: Readonly<Record<ParticipantId, Participant>> } & Pick<Input, 'servings'>,
): readonly Taker[] {
  const have = received.map(({ by }): Taker => ({ name: participants[by]?.name ?? '', upTo: null }));
  const fetching = servings.filter(({ fileId, by }) => fileId === id && received.every((one) => one.by !== by));
  return [...have, ...fetching.map(({ by, upTo }): Taker => ({ name: participants[by]?.name ?? '', upTo }))];
}
