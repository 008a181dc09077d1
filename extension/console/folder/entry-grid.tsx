import { type Signal, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { keyOf } from './create-pane.ts';
import { EntryRow } from './entry-row.tsx';
import { gridAct } from './grid-keys.ts';
import { type HostFolder, otherSide, type Side } from './host-folder.ts';
import { type Listed, sortKeys } from './sort-entries.ts';

interface Props {
  folder: HostFolder;
  side: Side;
  dragged: Signal<Side | null>;
  label: string;
}

/** Lines that are drawn at a time; a browser has no joy with 20,000. */
const drawnAtOnce = 500;

/** What is in the folder: one line each, sorted by a press on a head; arrow keys go from line to line. */
export function EntryGrid({ folder, side, dragged, label }: Props) {
  const id = useId();
  const pane = folder.panes[side];
  const at = useSignal(0);
  const from = useSignal(0);
  const drawn = useSignal(drawnAtOnce);
  const grid = useRef<HTMLTableElement>(null);
  const all = pane.entries.value;
  const entries = all.slice(0, drawn.value);
  const { by, isDown } = pane.sorting.value;
  const now = Math.min(at.value, entries.length - 1);

  const chooseRange = (a: number, b: number) => {
    pane.chosen.value = new Set(entries.slice(Math.min(a, b), Math.max(a, b) + 1).map(keyOf));
  };
  const choose = (listed: Listed, index: number, how: { toggles: boolean; extends: boolean }) => {
    const key = keyOf(listed);
    at.value = index;
    if (how.extends) return chooseRange(from.value, index);
    from.value = index;
    const next = new Set(how.toggles ? pane.chosen.value : []);
    if (!next.delete(key)) next.add(key);
    pane.chosen.value = next;
    return undefined;
  };
  const open = ({ entry, below }: Listed) => {
    if (entry.kind === 'folder') pane.go([...pane.path.value, ...below]);
  };
  const press = (selector: string) =>
    grid.current?.closest('.folder-pane')?.querySelector<HTMLButtonElement>(selector)?.click();

  const onKeyDown = (event: KeyboardEvent) => {
    const act = gridAct(event, now, entries.length);
    const listed = entries[now];
    if (!act) return;
    event.preventDefault();
    switch (act.type) {
      case 'focus':
        at.value = act.at;
        if (act.extends) chooseRange(from.value, act.at);
        else from.value = act.at;
        grid.current?.querySelectorAll<HTMLElement>('tbody tr')[act.at]?.focus();
        break;
      case 'toggle':
        if (listed) choose(listed, now, { toggles: true, extends: false });
        break;
      case 'all':
        pane.chosen.value = new Set(all.map(keyOf));
        break;
      case 'open':
        if (listed) open(listed);
        break;
      case 'up':
        if (pane.path.value.length > 0) pane.go(pane.path.value.slice(0, -1));
        break;
      case 'copy':
        if (folder.panes[otherSide(side)].root.value?.canWrite) folder.copy(side);
        break;
      case 'refresh':
        void pane.refresh();
        break;
      case 'rename':
      case 'remove':
        if (listed && pane.chosen.value.size === 0) choose(listed, now, { toggles: false, extends: false });
        // Drawn first, so that the button is for what has just been chosen.
        requestAnimationFrame(() => press(`[data-act="${act.type}"] > button`));
        break;
    }
  };

  return (
    <div class="folder-scroll">
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- Its lines are chosen: ARIA's grid.
        role="grid"
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-multiselectable="true"
        aria-busy={pane.isBusy.value}
        aria-rowcount={all.length + 1}
      >
        <thead>
          <tr>
            {sortKeys.map((key) => (
              <th
                key={key}
                scope="col"
                class={`folder-${key}`}
                aria-sort={by !== key ? undefined : isDown ? 'descending' : 'ascending'}
              >
                <button type="button" class="quiet" onClick={() => pane.sortBy(key)}>
                  {t(`folder.${key}`)}
                  <span aria-hidden="true">{by === key ? (isDown ? ' ▾' : ' ▴') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((listed, index) => (
            <EntryRow
              key={keyOf(listed)}
              listed={listed}
              isChosen={pane.chosen.value.has(keyOf(listed))}
              isFirst={index === now}
              onKeyDown={onKeyDown}
              onChoose={(how) => choose(listed, index, how)}
              onOpen={() => open(listed)}
              onDrag={(isOn) => {
                if (isOn && !pane.chosen.value.has(keyOf(listed)))
                  choose(listed, index, { toggles: false, extends: false });
                dragged.value = isOn ? side : null;
              }}
              onDrop={
                listed.entry.kind === 'folder' && pane.root.value?.canWrite && dragged.value === otherSide(side)
                  ? () => {
                      folder.copy(otherSide(side), listed.below);
                      dragged.value = null;
                    }
                  : null
              }
            />
          ))}
        </tbody>
      </table>
      <p id={`${id}-keys`} class="visually-hidden">
        {t('folder.keys')}
      </p>
      {all.length > entries.length && (
        <button type="button" onClick={() => (drawn.value += drawnAtOnce)}>
          {t('folder.more')}
        </button>
      )}
    </div>
  );
}
