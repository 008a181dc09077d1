import type { Retention } from '../../../../shared/protocol/retention.ts';
import { t } from '../say.ts';
import { HeldCard } from './held-card.tsx';
import { RetentionCard } from './retention-card.tsx';

interface Props {
  bearer: string;
  /** It was set. */
  onRetention: (retention: Retention) => void;
}

/** What the site keeps of its customers. */
export function DataView({ bearer, onRetention }: Props) {
  return (
    <div class="stack">
      <header>
        <h1>{t('admin.data')}</h1>
        <p class="hint">{t('data.text')}</p>
      </header>
      <HeldCard bearer={bearer} />
      <RetentionCard bearer={bearer} onSet={onRetention} />
    </div>
  );
}
