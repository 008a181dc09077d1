import { t } from '../../../shared/browser/ui/i18n.ts';
import type { FolderRoot } from '../../../shared/folder/folder-root.ts';
import type { Path } from '../../../shared/protocol/folder.ts';

/** The folders from the open one down to where one is. */
export function Trail({ root, path, onGo }: { root: FolderRoot; path: Path; onGo: (path: Path) => void }) {
  const steps = [root.name, ...path];
  return (
    <nav class="folder-trail" aria-label={t('folder.trail')}>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            {at === steps.length - 1 ? (
              <span aria-current="location">{step}</span>
            ) : (
              <button type="button" class="quiet" onClick={() => onGo(path.slice(0, at))}>
                {step}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
