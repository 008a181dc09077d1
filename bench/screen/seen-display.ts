import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Display, openDisplay } from '../../test/support/display.ts';
import { type Framebuffer, openFramebuffer } from './framebuffer.ts';

export interface SeenDisplay extends Display {
  framebuffer: Framebuffer;
}

/** A display whose pixels can be looked at from outside, whatever draws them. */
export async function openSeenDisplay(size: string): Promise<SeenDisplay> {
  const memory = '/dev/shm';
  const folder = mkdtempSync(`${existsSync(memory) ? memory : tmpdir()}/beside-screen-`);
  const { name, close } = await openDisplay(size, folder);
  return {
    name,
    framebuffer: openFramebuffer(folder),
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
