import { browser } from './browser.ts';

/** The keys that stop all showing, as the browser has them; null: none. */
export async function stopKey(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === 'stop-now')?.shortcut || null;
}
