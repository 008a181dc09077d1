import type { Mark } from '../../../recording/marks.ts';
import { t } from './say.ts';

/** A mark in words. */
export function markText(mark: Mark): string {
  switch (mark.kind) {
    case 'chat':
      return [mark.text, ...(mark.isPicture ? [t('mark.picture')] : [])].filter(Boolean).join(', ');
    case 'note':
      return mark.text;
    case 'asked': {
      const { surface, level, owner } = mark.share;
      return t(`mark.asked.${surface}.${level}`, { by: mark.by, owner });
    }
    case 'answered':
      return mark.isAllowed ? t('mark.allowed', { by: mark.by ?? mark.share.owner }) : t('mark.refused');
    case 'ended': {
      const { surface, level, owner } = mark.share;
      return t(`mark.over.${surface}.${level}`, { owner });
    }
    case 'came':
    case 'left':
    case 'led':
      return t(`mark.${mark.kind}`, { by: mark.by });
    case 'call':
      return t(mark.isOver ? 'mark.hungUp' : 'mark.called', { by: mark.by });
  }
}
