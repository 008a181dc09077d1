import * as v from 'valibot';
import {
  ordinaryPolicy,
  type RecordingPolicy,
  recordingPolicySchema,
  recordingRuleFor,
} from '../../shared/recording/recording-policy.ts';
import type { RecordingRule } from '../../shared/session/recording-rule.ts';
import type { Store } from '../store/store.ts';

const name = 'recording';
const storedSchema = v.pipe(v.string(), v.parseJson(), recordingPolicySchema);
/** What nobody can read any more records nothing. */
const unreadable: RecordingPolicy = { ...ordinaryPolicy, site: { mode: 'never', customerMayRefuse: true } };

/** It is asked for once a session, so nobody keeps it in memory. */
export async function readRecordingPolicy(store: Pick<Store, 'setting'>): Promise<RecordingPolicy> {
  const stored = await store.setting(name);
  if (stored === undefined) return ordinaryPolicy;
  const parsed = v.safeParse(storedSchema, stored);
  return parsed.success ? parsed.output : unreadable;
}

export const setRecordingPolicy = (store: Pick<Store, 'putSetting'>, policy: RecordingPolicy, now: number) =>
  store.putSetting(name, JSON.stringify(policy), now);

/** For a session that begins. */
export const readRecordingRule = async (
  store: Pick<Store, 'setting'>,
  of: { hostId: string; queueId: string | null },
): Promise<RecordingRule> => recordingRuleFor(await readRecordingPolicy(store), of);
