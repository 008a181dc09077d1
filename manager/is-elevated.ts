/**
 * Tests often run as root, so this switch lets them; it is of no use to anybody else. Set it for the browser: the
 * Support Manager inherits it.
 */
const forTests = 'BESIDE_MANAGER_AS_ROOT';

/** With the rights of the whole computer a fault here would cost the whole computer. */
export async function isElevated(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (env[forTests] === 'for-tests-only') return false;
  if (process.platform !== 'win32') return process.geteuid?.() === 0;
  const { isAdministrator } = await import('./windows/is-administrator.ts');
  return isAdministrator();
}
