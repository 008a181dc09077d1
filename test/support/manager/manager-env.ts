/** Tests may run as root; the Support Manager would refuse to. */
export const managerEnv = { BESIDE_MANAGER_AS_ROOT: 'for-tests-only' };
