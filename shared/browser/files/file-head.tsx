import type { ComponentChildren } from 'preact';
import { t } from '../ui/i18n.ts';
import { byteText } from './byte-text.ts';
import type { FileRow } from './file-rows.ts';

interface Props {
  row: FileRow;
  id: string;
  children: ComponentChildren;
}

/** Name and size of a file, and what is known of it. */
export function FileHead({ row: { file, isDangerous }, id, children }: Props) {
  return (
    <div class="file-head">
      <span class="file-name" id={id}>
        {file.name}
      </span>
      <span class="hint">
        {byteText(file.size)} · {children}
      </span>
      {isDangerous && <span class="tag warn">{t('file.dangerous')}</span>}
    </div>
  );
}
