import type { Deed } from '../../session/folder-deed.ts';
import { t } from '../ui/i18n.ts';

/** `Copied out: docs/a.txt`. */
export const deedText = ({ kind, path, to }: Pick<Deed, 'kind' | 'path' | 'to'>): string =>
  t(`folder.deed.${kind}`, { path, to: to ?? '' });
