import { t } from '../ui/i18n.ts';
import type { DeviceProblem } from './device-problem.ts';

/** What is wrong with a device, and what to do about it. */
export function DeviceProblemText({ problem }: { problem: DeviceProblem | null }) {
  return (
    <div role="status">
      {problem && (
        <p class="problem" data-device-problem={`${problem.device} ${problem.code}`}>
          {t(`call.problem.${problem.device}.${problem.code}`)}
        </p>
      )}
    </div>
  );
}
