import type { ApiErrorCode, ApiResult } from '../../../shared/browser/api/api-call.ts';
import { type MessageKey, t } from '../../../shared/browser/ui/i18n.ts';

const problems: Partial<Record<ApiErrorCode, MessageKey>> = {
  'number.unknown': 'join.unknown',
  'rate.limited': 'join.limited',
  'session.full': 'join.full',
  'session.ended': 'join.unknown',
  unreachable: 'join.offline',
};

/** Why one could not join. */
export const joinProblem = (failed: Extract<ApiResult<unknown>, { ok: false }>): string =>
  t(problems[failed.code] ?? 'join.error', { seconds: failed.retryAfterSeconds });
