import type { Queue } from '../../../../shared/queue/queue.ts';
import type { DraftFault } from '../draft-faults.ts';
import { t } from '../say.ts';

interface Props {
  faults: readonly DraftFault[];
  where: keyof Queue;
  at?: number;
}

/** What does not fit there, if anything. */
export function FaultText({ faults, where, at }: Props) {
  const here = faults.filter((fault) => fault.where === where && (at === undefined || fault.at === at));
  const kinds = [...new Set(here.map(({ what }) => what))];
  if (kinds.length === 0) return null;
  const text = (what: DraftFault['what']) =>
    what === 'malformed' ? t(malformedText[where] ?? 'fault.malformed') : t(`fault.${what}`);
  return <p class="problem">{kinds.map(text).join(' ')}</p>;
}

const malformedText: Partial<
  Record<keyof Queue, 'fault.name' | 'fault.times' | 'fault.origin' | 'fault.url' | 'fault.canned'>
> = {
  name: 'fault.name',
  hours: 'fault.times',
  origins: 'fault.origin',
  begin: 'fault.url',
  cannedTexts: 'fault.canned',
};
