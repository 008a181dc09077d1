import type { RestErrorCode } from '../../shared/protocol/rest.ts';
import type { Effect } from '../commands/effect.ts';

/** Why a REST command was not done, if it was not. */
export function failureOf(effects: readonly Effect[]): RestErrorCode | undefined {
  return effects.find((effect) => effect.type === 'fail')?.code;
}
