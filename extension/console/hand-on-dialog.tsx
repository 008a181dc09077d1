import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { DialogFrame } from '../../shared/browser/ui/dialog-frame.tsx';
import { t } from '../../shared/browser/ui/i18n.ts';
import { handOnNoteChars, type HandOnBody, type Targets } from '../../shared/protocol/desk.ts';
import type { HandOn } from './hand-on.ts';

/** Transfer session: to whom, and what the next host should know. */
export function HandOnDialog({ handOn, onClose }: { handOn: HandOn; onClose: () => void }) {
  useEffect(() => void handOn.look(), []);
  const targets = handOn.targets.value;
  return (
    <DialogFrame title={t('handOn.title')} onClose={onClose}>
      {targets ? (
        <HandOnForm
          targets={targets}
          onSend={(to, note) => {
            onClose();
            void handOn.send(to, note);
          }}
          onCancel={onClose}
        />
      ) : (
        <p>{t('handOn.nobody')}</p>
      )}
    </DialogFrame>
  );
}

interface FormProps {
  targets: Targets;
  onSend: (to: HandOnBody['to'], note: string) => void;
  onCancel: () => void;
}

function HandOnForm({ targets, onSend, onCancel }: FormProps) {
  const id = useId();
  const chosen = useSignal('');
  const note = useSignal('');
  const options = [
    ...targets.queues.map(({ queueId, name, waiting: count }) => ({
      value: `queue/${queueId}`,
      text: t('handOn.queue', { name, count }),
      to: { queueId },
    })),
    ...targets.hosts.map(({ hostId, name, availability }) => ({
      value: `host/${hostId}`,
      text: t('handOn.host', { name, state: t(`desk.${availability}`) }),
      to: { hostId },
    })),
  ];
  const to = (options.find(({ value }) => value === chosen.value) ?? options[0])?.to;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (to) onSend(to, note.value.trim());
      }}
    >
      <p>{t('handOn.text')}</p>
      <div class="field">
        <label for={`${id}-to`}>{t('handOn.to')}</label>
        <select id={`${id}-to`} value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-note`}>{t('handOn.note')}</label>
        <textarea
          id={`${id}-note`}
          rows={4}
          maxLength={handOnNoteChars}
          aria-describedby={`${id}-left`}
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
        <p id={`${id}-left`} class="hint">
          {t('handOn.left', { count: handOnNoteChars - note.value.length })}
        </p>
      </div>
      <div class="row">
        <button type="submit" class="primary">
          {t('handOn.send')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
