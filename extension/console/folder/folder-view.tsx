import { useSignal } from '@preact/signals';
import { FolderChooser } from '../../../shared/browser/folder/folder-chooser.tsx';
import { t } from '../../../shared/browser/ui/i18n.ts';
import type { ConsoleSession } from '../console-session.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { Side } from './host-folder.ts';
import { PaneView } from './pane-view.tsx';
import { TransferList } from './transfer-list.tsx';

/** The customer's folder and one of the host's, side by side. */
export function FolderView({ session }: { session: ConsoleSession }) {
  const { folder } = session;
  const name = session.customer.value?.name ?? '';
  /** From which side something is being dragged. */
  const dragged = useSignal<Side | null>(null);
  const conflict = folder.transfers.conflict.value;
  return (
    <section class="folder-view" aria-label={t('folder.view', { name })}>
      <div class="folder-panes">
        <PaneView folder={folder} side="ours" name={name} dragged={dragged}>
          <div class="folder-says">
            <p>{t('folder.oursNone')}</p>
            <FolderChooser chosen={folder.own} manager={session.manager.program.value} mayChange={null} />
          </div>
        </PaneView>
        <PaneView folder={folder} side="theirs" name={name} dragged={dragged}>
          <p class="folder-says" role="status">
            {t('folder.waitsForFolder', { name })}
          </p>
        </PaneView>
      </div>
      <TransferList transfers={folder.transfers} />
      {conflict && <ConflictDialog conflict={conflict} name={name} />}
    </section>
  );
}
