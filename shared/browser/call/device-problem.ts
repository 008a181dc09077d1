export type CallDevice = 'microphone' | 'camera';

/**
 * - `denied`: the person, the browser or the system does not allow it
 * - `missing`: there is none
 * - `busy`: another program has it, or it does not answer
 * - `unavailable`: this browser has none for this page (it needs https)
 * - `unplugged`: it went away while it was in use
 * - `controlled`: the other side has hands on this computer, and the click may have been theirs
 */
const deviceProblemCodes = ['denied', 'missing', 'busy', 'unavailable', 'unplugged', 'controlled'] as const;
type DeviceProblemCode = (typeof deviceProblemCodes)[number];

export interface DeviceProblem {
  device: CallDevice;
  code: DeviceProblemCode;
}

/** By the name of what getUserMedia threw, which the standard fixes and both browsers keep to. */
export function problemCode(error: unknown): DeviceProblemCode {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'TypeError':
      return 'unavailable';
    default:
      return 'busy';
  }
}
