import { Hono } from 'hono';
import { recordingPolicySchema } from '../../shared/recording/recording-policy.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { readRecordingPolicy, setRecordingPolicy } from '../settings/recording-policy.ts';
import { adminOnly } from './access.ts';
import type { Env, Routes } from './env.ts';
import { readBody } from './read-body.ts';
import { restError } from './rest-error.ts';

/** `/api/recording-policy`: for the admin. It counts for sessions that begin afterwards. */
export function recordingPolicyRoute(deps: Deps, audit: Audit): Routes {
  const { store, now } = deps;
  return new Hono<Env>()
    .use(adminOnly(deps))
    .get('/', async (c) => c.json(await readRecordingPolicy(store)))
    .put('/', async (c) => {
      const body = await readBody(c, recordingPolicySchema);
      if (!body) return restError(c, 'body.invalid');
      const { site, queues, hosts } = body;
      await audit.note(c.var.actor, 'recording.set', { ...site, queues: queues.length, hosts: hosts.length });
      await setRecordingPolicy(store, body, now());
      return c.json(body);
    });
}
