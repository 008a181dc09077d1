import type { Waiting } from '../../shared/queue/desk.ts';
import type { Queue } from '../../shared/queue/queue.ts';
import type { CameFrom } from '../../shared/session/came-from.ts';

/** What the session remembers of the request that it was made for. */
export function cameFrom(
  queue: Pick<Queue, 'name' | 'form' | 'begin'>,
  request: Waiting,
  acceptedAt: number,
): CameFrom {
  const { answers, from, language, since } = request;
  const labels = new Map(queue.form.map(({ id, label }) => [id, label]));
  const order = [...labels.keys()];
  // What only the queue that it was asked in knows comes last, by its id.
  const answered = [...order, ...Object.keys(answers).filter((id) => !labels.has(id))].flatMap((id) => {
    const answer = answers[id];
    return answer ? [{ label: labels.get(id) ?? id, answer }] : [];
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
