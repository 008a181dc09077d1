import { fileURLToPath } from 'node:url';
import { buildAll } from './build/build-all.ts';
import { compileManager, managerTargets } from './build/compile-manager.ts';

// npm run build:manager [-- linux-x64 …]: the Support Manager as one file for each system. Needs the npm registry.

const out = process.env['BESIDE_OUT'] ?? fileURLToPath(new URL('../dist', import.meta.url));
const wanted = process.argv.slice(2);

try {
  const unknown = wanted.filter((name) => !managerTargets.some((target) => target.name === name));
  if (unknown.length > 0) {
    throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${managerTargets.map(({ name }) => name).join(', ')}.`);
  }
  await buildAll({ out, only: ['manager'] });
  for (const target of managerTargets.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { file, bytes } = compileManager(target, `${out}/manager`);
    process.stdout.write(`${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${file}\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
