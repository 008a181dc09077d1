import type { OpenSession, SessionState } from './state.ts';
import { toolKey } from './tool.ts';

/** Each customer who is present has allowed it, and there is one. */
export function isRecordingAllowed(state: SessionState): state is OpenSession {
  if (state.phase !== 'open') return false;
  const customers = Object.values(state.participants).filter(
    ({ role, phase }) => role === 'customer' && phase === 'present',
  );
  return (
    customers.length > 0 &&
    customers.every(({ id }) => state.tools[toolKey({ tool: 'recording', to: id })]?.phase === 'on')
  );
}
