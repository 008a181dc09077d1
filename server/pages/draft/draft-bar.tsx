import { t } from '../../../shared/browser/ui/i18n.ts';
import type { Draft } from './use-draft.ts';

/** Save, discard, undo: stays in sight at the foot of a page. `problem`: why the draft cannot be saved as it is. */
export function DraftBar<T>({ draft, problem }: { draft: Draft<T>; problem: string | null }) {
  const { isChanged, isBusy, canUndo, said } = draft;
  const status = said.value ? t(said.value) : isChanged.value ? t('privacy.unsaved') : '';
  return (
    <footer class="draft-bar">
      <p role="status" class={problem === null ? 'hint' : 'problem'}>
        {problem ?? status}
      </p>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={isBusy.value || !isChanged.value || problem !== null}
          onClick={draft.save}
        >
          {t('options.save')}
        </button>
        <button type="button" disabled={!isChanged.value} onClick={draft.discard}>
          {t('privacy.discard')}
        </button>
        <button type="button" disabled={isBusy.value || !canUndo.value} onClick={draft.undo}>
          {t('privacy.undo')}
        </button>
      </div>
    </footer>
  );
}
