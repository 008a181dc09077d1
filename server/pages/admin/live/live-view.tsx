import type { Goal } from '../../../../shared/report/goal.ts';
import type { TextKey } from '../say.ts';
import { t } from '../say.ts';
import { HostList } from './host-list.tsx';
import { QueueTable } from './queue-table.tsx';
import { ReportCard } from './report-card.tsx';
import { SessionTable } from './session-table.tsx';
import { Tiles } from './tiles.tsx';
import { useNow } from '../../../../shared/browser/ui/use-now.ts';
import { useSupervision } from './use-supervision.ts';

const lineTexts = { there: null, lost: 'live.lost', refused: 'live.signedOut' } as const satisfies Record<
  string,
  TextKey | null
>;

/** The site at work. */
export function LiveView({ bearer, onGoal }: { bearer: string; onGoal: (goal: Goal) => void }) {
  const { view, line } = useSupervision(bearer);
  const now = useNow();
  const seen = view.value;
  const said = lineTexts[line.value];
  return (
    <div class="stack">
      <header>
        <h1>{t('admin.live')}</h1>
        <p class="hint">{t('live.text')}</p>
      </header>
      <p class="problem" role="status">
        {said && t(said)}
      </p>
      {seen === null ? (
        <p class="hint">{t('common.loading')}</p>
      ) : (
        <>
          {!seen.isOn && <p class="notice">{t('live.off')}</p>}
          <Tiles seen={seen} now={now.value} />
          <QueueTable seen={seen} now={now.value} />
          <div class="columns live-columns">
            <SessionTable seen={seen} now={now.value} />
            <HostList seen={seen} />
          </div>
          <ReportCard bearer={bearer} queues={seen.queues} goalMs={seen.goalMs} onGoal={onGoal} />
        </>
      )}
    </div>
  );
}
