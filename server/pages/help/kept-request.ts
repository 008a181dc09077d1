import * as v from 'valibot';
import { requestedSchema } from '../../../shared/protocol/desk.ts';
import { queueIdSchema } from '../../../shared/queue/names.ts';

const key = 'beside.request';
const keptSchema = v.object({ ...requestedSchema.entries, queueId: queueIdSchema });
export type KeptRequest = v.InferOutput<typeof keptSchema>;

/** This tab's place in a queue, kept over a reload. The page is the relay's own: nobody else reads its storage. */
export const keptRequest = {
  get(queueId: string): KeptRequest | null {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), sessionStorage.getItem(key));
    return parsed.success && parsed.output.queueId === queueId ? parsed.output : null;
  },
  set(request: KeptRequest | null): void {
    if (request) sessionStorage.setItem(key, JSON.stringify(request));
    else sessionStorage.removeItem(key);
  },
};
