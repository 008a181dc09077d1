import { t } from '../ui/i18n.ts';
import { ToolRow } from '../ui/tool-row.tsx';
import type { Clipboard } from './create-clipboard.ts';
import { SendClipboard } from './send-clipboard.tsx';

/** Hands over one's own text, or asks the other for theirs. */
export function ClipboardTools({ clipboard, name }: { clipboard: Clipboard; name: string }) {
  const outcome = clipboard.outcome.value;
  return (
    <ToolRow title={t('clipboard.title')} class="clipboard-tools" data-tools="clipboard">
      <SendClipboard clipboard={clipboard} says={t('clipboard.sendMine')} />
      <button type="button" disabled={!clipboard.hasWay.value} onClick={() => clipboard.ask()}>
        {t('clipboard.ask')}
      </button>
      <span class="hint" role="status">
        {outcome ? t(`clipboard.${outcome}`, { name }) : ''}
      </span>
    </ToolRow>
  );
}
