import { runTool } from './run/command.ts';

const linted = runTool('oxlint', '--fix');
const formatted = runTool('oxfmt', '.');
process.exitCode = linted && formatted ? 0 : 1;
