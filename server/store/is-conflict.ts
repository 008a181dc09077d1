/** unique_violation, serialization_failure, deadlock_detected */
const postgresCodes = new Set(['23505', '40001', '40P01']);
/** SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE */
const sqliteCodes = new Set([5, 517, 1555, 2067]);

/** Whether a write failed only because another came first. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && postgresCodes.has(error.code)) return true;
  return 'errcode' in error && typeof error.errcode === 'number' && sqliteCodes.has(error.errcode);
}
