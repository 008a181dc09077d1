import { t } from '../ui/i18n.ts';
import type { OwnFiles } from './create-files.ts';
import { useDrop } from './use-drop.ts';

/** Publishes what is dropped anywhere on the window. */
export function FileDrop({ files }: { files: OwnFiles }) {
  const isOver = useDrop((dropped) => {
    // A drop is no press: the guard that keeps others' hands off this window does not see it.
    if (files.isOwnHand()) files.publish(dropped);
  });
  return isOver.value ? <div class="file-drop">{t('file.dropHere')}</div> : null;
}
