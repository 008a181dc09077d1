import type { Waiting } from '../../shared/queue/desk.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import type { CameFrom } from '../../shared/session/came-from.ts';

/** What the session remembers of the request that it was made for. */
export function cameFrom(queue: Queue, request: Waiting, acceptedAt: number): CameFrom {
  const { answers, from, language, since } = request;
  const answered = queue.form.flatMap(({ id, label }) => {
    const answer = answers[id];
    return answer ? [{ label, answer }] : [];
  });
  return {
    queue: queue.name,
    answers: answered,
    page: from,
    language,
    waitedMs: Math.max(0, acceptedAt - since),
    openUrl: queue.begin.url,
  };
}
