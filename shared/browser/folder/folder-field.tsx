import { useEffect, useRef } from 'preact/hooks';
import { t } from '../ui/i18n.ts';
import { type Picked, pickFromField } from './pick-folder.ts';

interface Props {
  isChosen: boolean;
  onPicked: (picked: Picked) => void;
}

/** For browsers whose pages get a folder only as a list of its files, to be read. */
export function FolderField({ isChosen, onPicked }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.webkitdirectory = true;
  }, []);
  return (
    <label class="button folder-field">
      {t(isChosen ? 'folder.chooseOther' : 'folder.choose')}
      <input
        ref={field}
        type="file"
        class="visually-hidden"
        onChange={(event) => onPicked(pickFromField(event.currentTarget.files))}
      />
    </label>
  );
}
