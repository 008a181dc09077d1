import type { Supervision } from '../../../../shared/report/supervision.ts';
import { t } from '../say.ts';
import { handlingText, lengthText, levelText, waitText } from './figures-text.ts';

interface Props {
  seen: Supervision;
  now: number;
}

/** The site at a glance. */
export function Tiles({ seen, now }: Props) {
  const { queues, hosts, sessions, today, goalMs } = seen;
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const oldest = Math.min(...queues.map(({ since }) => since ?? Infinity));
  const late = now - oldest > goalMs;
  return (
    <div class="tile-rows">
      <section class="card tiles" aria-label={t('live.now')}>
        <h2>{t('live.now')}</h2>
        <dl>
          <Tile name={t('live.waiting')} value={String(waiting)} />
          <Tile
            name={t('live.longest')}
            value={lengthText(Number.isFinite(oldest) ? Math.max(0, now - oldest) : null)}
            isBad={late}
          />
          <Tile name={t('live.running')} value={String(sessions.length)} />
          <Tile name={t('live.free')} value={String(hosts.filter(({ state }) => state === 'available').length)} />
        </dl>
      </section>
      <section class="card tiles" aria-label={t('live.today')}>
        <h2>{t('live.today')}</h2>
        <dl>
          <Tile name={t('live.accepted')} value={String(today.accepted)} />
          <Tile name={t('live.abandoned')} value={String(today.abandoned)} />
          <Tile name={t('live.meanWait')} value={waitText(today)} />
          <Tile name={t('live.meanHandling')} value={handlingText(today)} />
          <Tile
            name={t('live.level')}
            value={levelText(today)}
            hint={t('live.levelText', { seconds: Math.round(goalMs / 1_000) })}
          />
        </dl>
      </section>
    </div>
  );
}

interface TileProps {
  name: string;
  value: string;
  hint?: string;
  isBad?: boolean;
}

function Tile({ name, value, hint, isBad = false }: TileProps) {
  return (
    <div class={isBad ? 'tile late' : 'tile'}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {hint !== undefined && <span class="hint">{hint}</span>}
      </dd>
    </div>
  );
}
