import { checks } from './run/checks.ts';

const failed = checks.filter((check) => !check.run()).map(({ name }) => name);
process.stdout.write(failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
