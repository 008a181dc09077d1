import type { Inbound } from '../../../../shared/queue/inbound.ts';
import type { Route } from '../../../../shared/queue/route.ts';
import { t } from '../say.ts';

interface Props {
  step: Route['steps'][number];
  inbound: Inbound;
}

/** One queue on the way, and which of its rules held. */
export function DryRunStep({ step, inbound }: Props) {
  const queue = inbound.queues.find(({ id }) => id === step.queueId);
  const rules = queue?.rules ?? [];
  const name = queue?.name ?? step.queueId;
  const rule = step.rule === null ? undefined : rules[step.rule];
  if (!rule) {
    return (
      <li>
        <strong>{name}:</strong> {t(rules.length === 0 ? 'dryRun.noRules' : 'dryRun.noneHolds')}
      </li>
    );
  }
  const { field, is, value } = rule.when;
  const label = queue?.form.find(({ id }) => id === field)?.label ?? field;
  return (
    <li>
      <strong>{name}:</strong> {t('dryRun.holds', { count: (step.rule ?? 0) + 1 })}{' '}
      <q>
        {label} {t(`rules.is.${is}`)} {value}
      </q>
    </li>
  );
}
