import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fillCanned } from '../../queue/canned-text.ts';
import { plain } from '../../protocol/plain-text.ts';
import { chatLimits } from '../../session/chat.ts';
import { listOf, t } from '../ui/i18n.ts';
import { type Language, languages } from '../ui/language.ts';
import { type Choice, ListChooser } from '../ui/list-chooser.tsx';
import type { Canned } from './canned.ts';

interface Props {
  canned: Canned;
  /** With the filled text, which nobody has sent yet. */
  onPick: (text: string) => void;
  onClose: () => void;
}

/** Prepared texts as they would be sent to this customer. */
export function CannedChooser({ canned, onPick, onClose }: Props) {
  const language = useSignal<Language>(canned.language());
  useEffect(() => canned.load(), []);
  const texts = canned.texts.value ?? [];
  const values = canned.values();
  const choices = texts.map(({ title, text }, index): Choice & { filled: string } => {
    const other = language.value === 'en' ? 'cs' : 'en';
    const { text: filled, missing } = fillCanned(text[language.value] || text[other], values);
    const names = listOf(missing.map((name) => `{{${name}}}`));
    const hint = missing.length > 0 ? { hint: t('chat.cannedMissing', { names }) } : {};
    return { id: String(index), label: title, detail: filled, filled: filled.slice(0, chatLimits.textChars), ...hint };
  });
  const none = (typed: string) => {
    if (canned.problem.value) return canned.problem.value;
    if (!canned.texts.value) return t('common.loading');
    return texts.length === 0 ? t('chat.cannedNone') : t('chat.cannedNothing', { typed });
  };
  return (
    <ListChooser
      title={t('chat.canned')}
      search={t('chat.cannedSearch')}
      find={(typed) => choices.filter(({ label, filled }) => plain(`${label} ${filled}`).includes(plain(typed)))}
      none={none}
      onChoose={({ filled }) => onPick(filled)}
      onClose={onClose}
    >
      <select
        aria-label={t('common.language')}
        value={language.value}
        onChange={(event) => (language.value = event.currentTarget.value === 'cs' ? 'cs' : 'en')}
      >
        {Object.entries(languages).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </ListChooser>
  );
}
