import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiErrorCode } from '../../../shared/browser/api/api-call.ts';
import type { createQueueApi } from '../../../shared/browser/api/queue-api.ts';
import { t } from '../../../shared/browser/ui/i18n.ts';
import { language } from '../../../shared/browser/ui/language.ts';
import type { QueueFace, Requested } from '../../../shared/protocol/desk.ts';
import { openedFrom } from '../session/opened-from.ts';
import { givenBy, isByKnownLink, pageAsked } from './asked-from.ts';
import { ClosedCard } from './closed-card.tsx';
import { type Entry, EntryForm } from './entry-form.tsx';

interface Props {
  api: ReturnType<typeof createQueueApi>;
  queueId: string;
  /** Of the site. */
  welcomeText: string;
  errorText: (code: ApiErrorCode, retryAfterSeconds: number) => string;
  onRequested: (requested: Requested) => void;
}

const lookAgainMs = 30_000;

const mayCarry = ({ origins }: QueueFace, origin: string) => origins.length === 0 || origins.includes(origin);

/** Before the waiting: is the queue open, and what does it ask? */
export function AskFirst({ api, queueId, welcomeText, errorText, onRequested }: Props) {
  const queue = useSignal<QueueFace | null>(null);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const hasAsked = useRef(false);
  const page = openedFrom?.there.value ?? null;

  async function enter(face: QueueFace, { name, answers, hostId }: Entry): Promise<void> {
    busy.value = true;
    // The browser's word where there is one; a link may say what it likes.
    const from = page ? pageAsked(page) : givenBy(location, document.referrer, face).from;
    const asked = await api.ask({ queueId, name, answers, hostId, from, language });
    busy.value = false;
    if (asked.ok) onRequested(asked.value);
    else if (asked.code === 'queue.closed') await load();
    else problem.value = errorText(asked.code, asked.retryAfterSeconds);
  }
  async function load(): Promise<void> {
    const face = await api.face(queueId);
    if (!face.ok) {
      problem.value = face.code === 'not-found' ? t('help.noQueue') : errorText(face.code, 0);
      return;
    }
    problem.value = null;
    queue.value = face.value;
    document.title = face.value.name;
  }
  /** The button in the page was pressed, or the link, and nothing more is asked: one is in the queue at once. */
  useEffect(() => {
    const face = queue.value;
    // Whoever has left the page open until the queue opens is not there any more, perhaps.
    if (face && !face.isOpen) hasAsked.current = true;
    if (!face?.isOpen || hasAsked.current) return;
    if (page ? !mayCarry(face, page.origin) : !isByKnownLink(face.origins, document.referrer)) return;
    if (face.isNameAsked || face.form.length > 0 || face.hosts.length > 0) return;
    hasAsked.current = true;
    const { name } = givenBy(location, document.referrer, face);
    void enter(face, { name: name.trim() || t('help.nameless'), answers: {}, hostId: null });
  }, [queue.value, page?.origin]);
  useEffect(() => {
    void load();
    const timer = setInterval(() => {
      if (queue.value?.isOpen !== true) void load();
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, []);

  const face = queue.value;
  if (!face) {
    if (problem.value === null) return <p class="hint">{t('common.loading')}</p>;
    return (
      <section class="card">
        <p class="problem" role="alert">
          {problem.value}
        </p>
        <button type="button" onClick={() => void load()}>
          {t('common.retry')}
        </button>
      </section>
    );
  }
  if (!face.isOpen) return <ClosedCard queue={face} />;
  if (page && !mayCarry(face, page.origin)) {
    return (
      <section class="card">
        <p class="problem" role="alert">
          {t('help.notFromThere', { origin: page.origin })}
        </p>
      </section>
    );
  }
  return (
    <EntryForm
      queue={face}
      welcomeText={welcomeText}
      given={givenBy(location, document.referrer, face)}
      busy={busy.value}
      problem={problem.value}
      onEnter={(entry) => void enter(face, entry)}
    />
  );
}
