import { languages } from '../../../../shared/browser/ui/language.ts';
import { cannedLimits, type CannedText, unknownVariables } from '../../../../shared/queue/canned-text.ts';
import type { DraftFault } from '../draft-faults.ts';
import { FaultText } from '../fields/fault-text.tsx';
import { OrderButtons } from '../fields/order-buttons.tsx';
import { TextField } from '../fields/text-field.tsx';
import { t } from '../say.ts';

interface Props {
  text: CannedText;
  at: number;
  count: number;
  faults: readonly DraftFault[];
  onChange: (text: CannedText) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One prepared text, in each language that customers may speak. */
export function CannedRow({ text: canned, at, count, faults, onChange, onMove, onRemove }: Props) {
  const { title, text } = canned;
  const isEmpty = text.en.trim() === '' && text.cs.trim() === '';
  const unknown = [...unknownVariables(text.en), ...unknownVariables(text.cs)];
  const isWrong = faults.some((fault) => fault.where === 'cannedTexts' && fault.at === at);
  return (
    <section class="card item-card">
      <header class="item-head">
        <h3>{title || t('canned.untitled')}</h3>
        <OrderButtons name={title} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </header>
      <TextField
        label={t('canned.name')}
        name="canned-title"
        maxLength={cannedLimits.titleChars}
        value={title}
        isWrong={isWrong && title.trim() === ''}
        onInput={(next) => onChange({ ...canned, title: next })}
      />
      {(['en', 'cs'] as const).map((language) => (
        <TextField
          key={language}
          label={t('canned.in', { language: languages[language] })}
          name={`canned-${language}`}
          isLong
          maxLength={cannedLimits.textChars}
          value={text[language]}
          isWrong={isWrong && (isEmpty || unknownVariables(text[language]).length > 0)}
          onInput={(next) => onChange({ ...canned, text: { ...text, [language]: next } })}
        />
      ))}
      {unknown.length > 0 ? (
        <p class="problem">{t('canned.unknown', { names: unknown.map((name) => `{{${name}}}`).join(', ') })}</p>
      ) : (
        <FaultText faults={faults} where="cannedTexts" at={at} />
      )}
    </section>
  );
}
