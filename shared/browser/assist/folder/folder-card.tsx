import { useSignal } from '@preact/signals';
import type { FolderRoot } from '../../../folder/folder-root.ts';
import { FolderChooser } from '../../folder/folder-chooser.tsx';
import { deedText } from '../../folder/deed-text.ts';
import { t } from '../../ui/i18n.ts';
import type { AssistSession } from '../assist-session.ts';

/** Which folder is open to whom, what was done in it last, and Stop. */
export function FolderCard({ session, hostName: host }: { session: AssistSession; hostName: string }) {
  const { folder } = session;
  const root = folder.root.value;
  const last = folder.last.value;
  return (
    <section class="card shown" aria-label={t('folder.cardLabel')} data-folder-card>
      <h2>{t(root?.canWrite ? 'folder.cardChanges' : 'folder.cardLooks', { host })}</h2>
      {root ? (
        <p class="row" role="status">
          <strong class="folder-chosen">{root.name}</strong>
          <span class={`tag ${root.canWrite ? 'warn' : ''}`}>
            {t(root.canWrite ? 'folder.mayChange' : 'folder.readOnly')}
          </span>
        </p>
      ) : (
        <ChooseAgain session={session} host={host} />
      )}
      {last.length > 0 && (
        <div>
          <h3 id="folder-last">{t('folder.last')}</h3>
          <ul class="folder-last" aria-labelledby="folder-last" aria-live="polite">
            {last.map((deed, at) => (
              <li key={last.length - at}>{deedText(deed)}</li>
            ))}
          </ul>
        </div>
      )}
      {root && last.length === 0 && <p class="hint">{t('folder.nothingDone')}</p>}
      <div class="row">
        <button type="button" class="danger" data-takes-away onClick={() => session.stopFolder()}>
          {t('folder.stop')}
        </button>
      </div>
    </section>
  );
}

/** A reload has closed it: a page keeps no folder. */
function ChooseAgain({ session, host }: { session: AssistSession; host: string }) {
  const chosen = useSignal<FolderRoot | null>(null);
  return (
    <div class="stack">
      <p>{t('folder.closed', { host })}</p>
      <FolderChooser
        chosen={chosen}
        manager={session.manager.program.value}
        mayChange={t('folder.allowChange', { host })}
      />
      {chosen.value && (
        <button
          type="button"
          class="primary"
          onClick={() => {
            if (chosen.value) session.folder.open(chosen.value);
          }}
        >
          {t('folder.openAgain', { name: chosen.value.name })}
        </button>
      )}
    </div>
  );
}
