import type { OwnFiles } from '../../shared/browser/files/create-files.ts';
import { FilePublish } from '../../shared/browser/files/file-publish.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { ToolRow } from '../../shared/browser/ui/tool-row.tsx';

/** Publishing from the toolbar; the list is in the panel at the side. */
export function FileTools({ files }: { files: OwnFiles }) {
  if (!files.mayPublish.value) return null;
  return (
    <ToolRow title={t('file.title')}>
      <FilePublish files={files} isHost={true} />
    </ToolRow>
  );
}
