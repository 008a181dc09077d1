import { CopyLine } from '../fields/copy-line.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { t } from '../say.ts';
import { ButtonCard } from './button-card.tsx';
import { helpLink } from './embed-snippet.ts';
import type { QueuePart } from './queue-part.ts';

/** How customers come into the queue. */
export function WebsitePart(part: QueuePart) {
  const { queue } = part;
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
      <ButtonCard {...part} />
    </div>
  );
}
