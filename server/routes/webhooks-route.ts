import { Hono } from 'hono';
import { newId } from '../../shared/protocol/new-id.ts';
import { type WebhookBody, webhookBodySchema } from '../../shared/protocol/webhooks.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { mayCall } from '../webhooks/may-call.ts';
import { webhookSecret } from '../webhooks/sign.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

const deliveriesShown = 100;

/** `/api/webhooks`: for the admin. */
export function webhooksRoute(deps: Deps, webhooks: Webhooks, audit: Audit): Routes {
  const { webhookStore: store, settings, secret, limits, now } = deps;
  const isAllowed = ({ url }: WebhookBody) => mayCall(url, settings.webhooksPrivate);
  // An address may hold a secret of the receiver's.
  const noted = ({ url, events, isOn }: WebhookBody) => ({ host: new URL(url).host, events, isOn });

  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await store.all()))
    .post('/', async (c) => {
      const body = await readBody(c, webhookBodySchema);
      if (!body || (await store.all()).length >= limits.webhooksAtMost) return restError(c, 'body.invalid');
      if (!isAllowed(body)) return restError(c, 'webhook.address');
      const webhookId = newId();
      await audit.note(c.var.actor, 'webhook.added', { webhookId, ...noted(body) });
      await store.put({ webhookId, ...body, madeAt: now() });
      webhooks.wake();
      return c.json({ webhookId, secret: webhookSecret(secret, webhookId) }, 201);
    })
    .get('/deliveries', async (c) => c.json(await store.deliveries(deliveriesShown)))
    .post('/deliveries/:deliveryId/again', async (c) => {
      const { deliveryId } = c.req.param();
      if (!(await store.again(deliveryId, now()))) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'webhook.sent-again', { deliveryId });
      webhooks.wake();
      return c.json({});
    })
    .put('/:webhookId', async (c) => {
      const { webhookId } = c.req.param();
      const body = await readBody(c, webhookBodySchema);
      if (!body) return restError(c, 'body.invalid');
      if (!isAllowed(body)) return restError(c, 'webhook.address');
      const known = (await store.all()).find((one) => one.webhookId === webhookId);
      if (!known) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'webhook.set', { webhookId, ...noted(body) });
      await store.put({ ...known, ...body });
      webhooks.wake();
      return c.json(body);
    })
    .post('/:webhookId/remove', async (c) => {
      const { webhookId } = c.req.param();
      const known = (await store.all()).find((one) => one.webhookId === webhookId);
      if (!known || !(await store.remove(webhookId))) return restError(c, 'not-found');
      await audit.note(c.var.actor, 'webhook.removed', { webhookId, host: new URL(known.url).host });
      return c.json({});
    });
}
