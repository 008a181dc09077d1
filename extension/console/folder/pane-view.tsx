import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { EntryGrid } from './entry-grid.tsx';
import { type HostFolder, otherSide, type Side } from './host-folder.ts';
import { PaneTools } from './pane-tools.tsx';
import { Trail } from './trail.tsx';
import { useDropTarget } from './use-drop-target.ts';

interface Props {
  folder: HostFolder;
  side: Side;
  /** The customer's. */
  name: string;
  dragged: Signal<Side | null>;
  /** What stands there while there is no folder. */
  children: ComponentChildren;
}

/** One side: where it is, what can be done, and what is there. */
export function PaneView({ folder, side, name, dragged, children }: Props) {
  const id = useId();
  const pane = folder.panes[side];
  const root = pane.root.value;
  const problem = pane.problem.value;
  const left = pane.left.value;
  const sought = pane.sought.value;
  const isEmpty = !pane.isBusy.value && !problem && pane.entries.value.length === 0;
  const takesFiles = side === 'theirs' && root?.canWrite === true;
  const element = useDropTarget<HTMLElement>({
    takes: (event) =>
      root?.canWrite === true &&
      (dragged.value === otherSide(side) || (takesFiles && event.dataTransfer?.types.includes('Files') === true)),
    drop(event) {
      if (dragged.value) folder.copy(dragged.value);
      else void folder.send([...(event.dataTransfer?.files ?? [])]);
      dragged.value = null;
    },
  });

  return (
    <section ref={element} class="folder-pane" data-pane={side} aria-labelledby={`${id}-title`}>
      <header class="folder-head">
        <h2 id={`${id}-title`}>{t(side === 'theirs' ? 'folder.theirs' : 'folder.ours', { name })}</h2>
        {root && (
          <span class={`tag ${root.canWrite ? 'good' : ''}`}>
            {t(root.canWrite ? 'folder.mayChange' : 'folder.readOnly')}
          </span>
        )}
        {side === 'ours' && root && (
          <button type="button" class="quiet" onClick={() => closeOwn(folder)}>
            {t('folder.chooseOther')}
          </button>
        )}
      </header>
      {!root && children}
      {root && (
        <>
          <Trail root={root} path={pane.path.value} onGo={pane.go} />
          <PaneTools folder={folder} side={side} name={name} />
          {problem && (
            <p class="problem" role="alert">
              {t(`folder.error.${problem}`)}
            </p>
          )}
          <EntryGrid folder={folder} side={side} dragged={dragged} label={root.name} />
          <p class="folder-foot hint" role="status">
            {pane.isBusy.value && t('folder.loading')}
            {isEmpty && t(sought ? 'folder.nothingFound' : 'folder.empty')}
            {sought && !sought.isWhole && t('folder.notAll')}
            {left > 0 && ` ${t('folder.left', { count: left })}`}
          </p>
        </>
      )}
    </section>
  );
}

function closeOwn({ own }: HostFolder): void {
  own.peek()?.close();
  own.value = null;
}
