import type { Webhook, WebhookWord } from '../../shared/protocol/webhooks.ts';
import type { DeskEntry } from '../../shared/queue/desk-facts.ts';
import type { Deps } from '../deps.ts';
import type { DeskRoom } from '../desk/desk-room.ts';
import type { DueDelivery, NewDelivery } from '../store/webhook-store.ts';
import { nextTry } from './next-try.ts';
import { postOnce } from './post-once.ts';
import { signature, webhookSecret } from './sign.ts';
import { wordOf } from './words-of.ts';

/** On their way to one webhook at the same time, from this instance. */
const mostAtOnce = 4;

export interface Webhooks {
  /** Looks at once. */
  wake(): void;
  close(): void;
}

type WebhookDeps = Pick<
  Deps,
  'webhookStore' | 'deskStore' | 'settings' | 'secret' | 'now' | 'limits' | 'report' | 'log'
>;

/**
 * Carries the desk's facts to the site's webhooks. What is to be sent is written down first, each word once, whichever
 * instance gets there; then it is sent by whoever claims it.
 */
export function createWebhooks(deps: WebhookDeps, room: DeskRoom): Webhooks {
  const { webhookStore: store, deskStore, settings, secret, now, limits, report, log } = deps;
  const underWay = new Map<string, number>();
  let isOver = false;
  let isTending = false;
  let isAskedAgain = false;
  /** As it was when last looked at. */
  let hasAny = false;

  /** What the store cannot do any more once it has been closed is no bug. */
  function failed(error: unknown): void {
    if (!isOver) report(error);
  }

  async function writeDown(webhooks: readonly Webhook[]): Promise<void> {
    const cursor = await store.cursor();
    // Nobody gets what was before.
    const begin = Math.min(...webhooks.map(({ madeAt }) => madeAt));
    for (let from = cursor ?? (await beginAt(begin)); from !== undefined;) {
      const entries = await deskStore.entries(from, limits.deskFactsRead);
      const last = entries.at(-1);
      if (!last || !(await store.enqueue(from, last.seq, await deliveriesOf(entries, webhooks)))) return;
      from = last.seq;
    }
  }

  async function beginAt(at: number): Promise<number | undefined> {
    const seq = await deskStore.seqBefore(at);
    return (await store.enqueue(undefined, seq, [])) ? seq : store.cursor();
  }

  async function deliveriesOf(entries: readonly DeskEntry[], webhooks: readonly Webhook[]): Promise<NewDelivery[]> {
    const back = entries.flatMap(({ fact }) => (fact.type === 'session.given-back' ? [fact.sessionId] : []));
    const open = await deskStore.openOf(back);
    const requests = new Map([...room.desk.accepted].map(([requestId, { sessionId }]) => [sessionId, requestId]));
    const known = {
      hasEnded: (sessionId: string) => !open.has(sessionId),
      requestOf: (sessionId: string) => requests.get(sessionId),
    };
    return entries.flatMap((entry) => {
      const word = wordOf(entry, known);
      if (!word) return [];
      const { event, subject, key, data } = word;
      const wanted = webhooks.filter(({ events, madeAt }) => events.includes(event) && madeAt <= entry.at);
      return wanted.map(({ webhookId }): NewDelivery => {
        const id = `${webhookId}.${key}`;
        const body = JSON.stringify({ id, event, at: entry.at, data } satisfies WebhookWord);
        return { id, webhookId, subject, place: entry.seq, event, body, at: entry.at };
      });
    });
  }

  async function sendTo(webhook: Webhook): Promise<void> {
    const free = mostAtOnce - (underWay.get(webhook.webhookId) ?? 0);
    if (free <= 0) return;
    for (const delivery of await store.due(webhook.webhookId, now(), free)) {
      if (isOver) return;
      if (!(await store.claim(delivery.id, now(), now() + limits.webhookClaimMs))) continue;
      send(webhook, delivery).catch(failed);
    }
  }

  async function send({ webhookId, url }: Webhook, delivery: DueDelivery): Promise<void> {
    underWay.set(webhookId, (underWay.get(webhookId) ?? 0) + 1);
    try {
      const { id, body } = delivery;
      const seconds = Math.floor(now() / 1_000);
      const posted = await postOnce({
        url,
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Beside',
          'beside-delivery': id,
          'beside-signature': signature(webhookSecret(secret, webhookId), seconds, body),
        },
        isPrivateAllowed: settings.webhooksPrivate,
        withinMs: limits.webhookAnswerMs,
      });
      log.debug({ webhookId, deliveryId: id, ...posted }, 'webhook called');
      await store.tried(id, nextTry(delivery, posted, now(), limits));
    } finally {
      underWay.set(webhookId, (underWay.get(webhookId) ?? 1) - 1);
      wake();
    }
  }

  async function tend(): Promise<void> {
    const webhooks = (await store.all()).filter(({ isOn }) => isOn);
    hasAny = webhooks.length > 0;
    if (!hasAny) {
      // What happens while nobody wants to know is not told afterwards.
      const from = await store.cursor();
      if (from !== undefined) await store.enqueue(from, await deskStore.seqBefore(now() + 1), []);
      return;
    }
    await writeDown(webhooks);
    for (const webhook of webhooks) await sendTo(webhook);
  }

  function wake(): void {
    if (isOver) return;
    isAskedAgain = true;
    if (isTending) return;
    isTending = true;
    void (async () => {
      while (isAskedAgain && !isOver) {
        isAskedAgain = false;
        await tend().catch(failed);
      }
      isTending = false;
    })();
  }

  const clock = setInterval(wake, limits.webhookTendMs);
  const unfollow = room.follow(() => {
    if (hasAny) wake();
  });
  return {
    wake,
    close() {
      isOver = true;
      clearInterval(clock);
      unfollow();
    },
  };
}
