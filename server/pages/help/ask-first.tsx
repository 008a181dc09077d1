import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiErrorCode } from '../../../shared/browser/api/api-call.ts';
import type { createQueueApi } from '../../../shared/browser/api/queue-api.ts';
import { language, t } from '../../../shared/browser/ui/i18n.ts';
import type { QueueFace, Requested } from '../../../shared/protocol/desk.ts';
import { givenBy } from './asked-from.ts';
import { ClosedCard } from './closed-card.tsx';
import { type Entry, EntryForm } from './entry-form.tsx';

interface Props {
  api: ReturnType<typeof createQueueApi>;
  queueId: string;
  errorText: (code: ApiErrorCode, retryAfterSeconds: number) => string;
  onRequested: (requested: Requested) => void;
}

const lookAgainMs = 30_000;

/** Before the waiting: is the queue open, and what does it ask? Where it asks nothing, one is in it at once. */
export function AskFirst({ api, queueId, errorText, onRequested }: Props) {
  const queue = useSignal<QueueFace | null>(null);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const hasAsked = useRef(false);

  async function enter(face: QueueFace, { name, answers, hostId }: Entry): Promise<void> {
    busy.value = true;
    const { from } = givenBy(location, document.referrer, face);
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
    const { isOpen, isNameAsked, form, hosts } = face.value;
    if (!isOpen || isNameAsked || form.length > 0 || hosts.length > 0 || hasAsked.current) return;
    hasAsked.current = true;
    await enter(face.value, { name: t('help.nameless'), answers: {}, hostId: null });
  }
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
  return (
    <EntryForm
      queue={face}
      given={givenBy(location, document.referrer, face)}
      busy={busy.value}
      problem={problem.value}
      onEnter={(entry) => void enter(face, entry)}
    />
  );
}
