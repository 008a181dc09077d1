import { cannedLimits } from '../../../../shared/queue/canned-text.ts';
import { CannedEditor } from '../canned/canned-editor.tsx';
import { t } from '../say.ts';
import type { QueuePart } from './queue-part.ts';

/** What hosts say again and again in sessions from this queue. */
export function TextsPart({ queue, faults, change }: QueuePart) {
  return (
    <CannedEditor
      texts={queue.cannedTexts}
      most={cannedLimits.perQueue}
      hint={t('canned.queueText')}
      faults={faults}
      onChange={(cannedTexts) => change({ cannedTexts })}
    />
  );
}
