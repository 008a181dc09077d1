import { CopyLine } from '../fields/copy-line.tsx';
import { FaultText } from '../fields/fault-text.tsx';
import { ListField } from '../fields/list-field.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { embedSnippet, helpLink } from './embed-snippet.ts';
import type { QueuePart } from './queue-part.ts';

/** How customers come into the queue. */
export function WebsitePart({ queue, faults, change }: QueuePart) {
  const [field] = queue.form;
  return (
    <div class="columns">
      <SectionCard title={t('website.link')} hint={t('website.linkText')}>
        <CopyLine label={t('queue.link')} text={helpLink(queue.id)} />
        {field && (
          <>
            <CopyLine label={t('website.prefilled')} text={`${helpLink(queue.id)}?${field.id}=…`} />
            <p class="hint">{t('website.prefilledText', { attribute: `data-${field.id}="…"` })}</p>
          </>
        )}
      </SectionCard>
      <SectionCard title={t('website.button')} hint={t('website.buttonText')}>
        <CopyLine label={t('website.snippet')} text={embedSnippet(queue.id)} />
        <ListField
          label={t('website.origins')}
          hint={t('website.originsHint')}
          isLines
          placeholder="https://shop.example"
          values={queue.origins}
          onChange={(origins) => change({ origins })}
        />
        <FaultText faults={faults} where="origins" />
      </SectionCard>
    </div>
  );
}
