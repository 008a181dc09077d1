import { useId, useRef } from 'preact/hooks';
import { noteLimits } from '../../../shared/session/note.ts';
import { durationText, errorText, t } from '../../../shared/browser/ui/i18n.ts';
import type { OwnNotes } from './create-notes.ts';

/** What the hosts write down; customers learn nothing of it. */
export function NotesPanel({ notes }: { notes: OwnNotes }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const list = notes.list.value;
  const state = notes.state.value;
  const problem = notes.problem.value;
  return (
    <details class="notes" open>
      <summary>
        <h2>{t('notes.title')}</h2> <span class="tag">{t('chat.hostsOnly')}</span>
      </summary>
      <div class="stack">
        {list.length > 0 && (
          <ol class="notes-list" aria-label={t('notes.title')}>
            {list.map((note) => (
              <li key={note.id}>
                <p class="chat-who">
                  <time>{durationText(note.into)}</time> <strong>{note.isMine ? t('chat.you') : note.author}</strong>
                  {!note.isSaved && <span class="tag warn">{t('notes.saving')}</span>}
                  {note.isMine && (
                    <button
                      type="button"
                      class="quiet"
                      onClick={() => {
                        notes.open(note.id);
                        box.current?.focus();
                      }}
                    >
                      {t('notes.edit')}
                    </button>
                  )}
                </p>
                <p class="chat-text">{note.text}</p>
              </li>
            ))}
          </ol>
        )}
        <label for={id} class="visually-hidden">
          {t('notes.write')}
        </label>
        <textarea
          id={id}
          ref={box}
          rows={3}
          maxLength={noteLimits.textChars}
          placeholder={t('notes.write')}
          value={notes.text.value}
          onInput={(event) => notes.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            notes.finish();
          }}
        />
        <p class="row notes-foot">
          <button type="button" disabled={state === 'empty'} onClick={() => notes.finish()}>
            {t('notes.next')}
          </button>
          <span class="hint" role="status">
            {state === 'saving' && problem === null && t('notes.saving')}
            {state === 'saved' && t('notes.saved')}
            {state === 'empty' && t('notes.hint')}
          </span>
        </p>
        {problem !== null && (
          <p class="problem" role="alert">
            {errorText(problem)}
          </p>
        )}
      </div>
    </details>
  );
}
