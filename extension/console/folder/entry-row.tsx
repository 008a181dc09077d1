import { byteText } from '../../../shared/browser/files/byte-text.ts';
import { dayAndTime, t } from '../../../shared/browser/ui/i18n.ts';
import type { Listed } from './sort-entries.ts';

interface Props {
  listed: Listed;
  isChosen: boolean;
  /** The one that Tab comes to. */
  isFirst: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onChoose: (how: { toggles: boolean; extends: boolean }) => void;
  onOpen: () => void;
  onDrag: (isOn: boolean) => void;
  /** Null: nothing can be put there. */
  onDrop: (() => void) | null;
}

export function EntryRow({ listed, isChosen, isFirst, onKeyDown, onChoose, onOpen, onDrag, onDrop }: Props) {
  const { entry, below } = listed;
  const isFolder = entry.kind === 'folder';
  return (
    <tr
      tabIndex={isFirst ? 0 : -1}
      aria-selected={isChosen}
      draggable={true}
      onKeyDown={onKeyDown}
      onClick={(event) => onChoose({ toggles: event.ctrlKey || event.metaKey, extends: event.shiftKey })}
      onDblClick={onOpen}
      onDragStart={(event) => {
        // Firefox drags nothing that carries nothing.
        event.dataTransfer?.setData('text/plain', entry.name);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={(event) => {
        if (onDrop) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!onDrop) return;
        event.preventDefault();
        event.stopPropagation();
        onDrop();
      }}
    >
      <td class="folder-name">
        <svg class="folder-icon" viewBox="0 0 16 16" aria-hidden="true" data-kind={entry.kind}>
          <path d={isFolder ? 'M1 3h5l2 2h7v9H1z' : 'M3 1h7l3 3v11H3z'} />
        </svg>
        <span class="visually-hidden">{t(isFolder ? 'folder.kindFolder' : 'folder.kindFile')} </span>
        <bdi>{below.join(' › ')}</bdi>
      </td>
      <td class="folder-size">{entry.size === null ? '' : byteText(entry.size)}</td>
      <td class="folder-modified">{entry.modified === null ? '' : dayAndTime(entry.modified)}</td>
    </tr>
  );
}
