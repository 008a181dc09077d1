import { useSignal } from '@preact/signals';
import { CopyLine } from '../fields/copy-line.tsx';
import { FaultText } from '../fields/fault-text.tsx';
import { ListField } from '../fields/list-field.tsx';
import { SectionCard } from '../fields/section-card.tsx';
import { TextField } from '../fields/text-field.tsx';
import { t } from '../say.ts';
import { ButtonPreview } from './button-preview.tsx';
import { embedSnippet, usualButton } from './embed-snippet.ts';
import type { QueuePart } from './queue-part.ts';

/** The line for pages of the site's own, made as the admin wants the button, with a look at it. */
export function ButtonCard({ queue, faults, change }: QueuePart) {
  const wish = useSignal(usualButton);
  const { text, closedText, element } = wish.value;
  const isOwn = element.trim() !== '';
  return (
    <SectionCard title={t('website.button')} hint={t('website.buttonText')}>
      <CopyLine label={t('website.snippet')} text={embedSnippet(queue.id, wish.value)} />
      {!isOwn && <ButtonPreview text={text} closedText={closedText} />}
      <p class="hint">{t('website.wishes')}</p>
      {!isOwn && (
        <>
          <TextField
            name="button-text"
            label={t('website.text')}
            value={text}
            maxLength={60}
            onInput={(next) => (wish.value = { ...wish.value, text: next })}
          />
          <TextField
            name="button-closed-text"
            label={t('website.closedText')}
            value={closedText}
            maxLength={60}
            onInput={(next) => (wish.value = { ...wish.value, closedText: next })}
          />
        </>
      )}
      <TextField
        name="button-element"
        label={t('website.element')}
        hint={t('website.elementHint')}
        placeholder="#help"
        value={element}
        maxLength={200}
        onInput={(next) => (wish.value = { ...wish.value, element: next })}
      />
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
  );
}
