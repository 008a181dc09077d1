import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

export interface MeshAgents {
  /** Shows that display to the server until it is stopped. Gives what stops it. */
  start(display: string): () => Promise<void>;
  remove(): void;
}

const binaries: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'meshagent_x86-64',
  arm64: 'meshagent_aarch64',
};

/** The program at the customer's, not installed. `settings`: as its server hands them out, with the server's address. */
export function meshAgents(program: string, settings: string): MeshAgents {
  const binary = binaries[process.arch];
  if (!binary) throw new Error(`it has no agent for ${process.arch}`);
  const folder = mkdtempSync(`${tmpdir()}/beside-mesh-agent-`);
  const own = `${folder}/meshagent`;
  copyFileSync(`${program}/agents/${binary}`, own);
  chmodSync(own, 0o755);
  writeFileSync(`${own}.msh`, settings);
  return {
    start(display) {
      const agent = spawn(own, ['connect'], {
        cwd: folder,
        stdio: 'ignore',
        env: { PATH: process.env['PATH'], HOME: folder, DISPLAY: display },
      });
      // Whoever waits for it at the server waits in vain then.
      agent.on('error', () => undefined);
      return async () => {
        if (agent.pid === undefined || agent.exitCode !== null || agent.signalCode !== null) return;
        agent.kill('SIGTERM');
        await once(agent, 'exit');
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
