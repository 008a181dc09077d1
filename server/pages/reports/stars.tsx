import type { Stars as Count } from '../../../shared/protocol/reports.ts';
import { t } from './say.ts';

export function Stars({ stars }: { stars: Count }) {
  return (
    <span class="given-stars" role="img" aria-label={t('report.stars', { stars })}>
      {'★'.repeat(stars)}
      {'☆'.repeat(5 - stars)}
    </span>
  );
}
