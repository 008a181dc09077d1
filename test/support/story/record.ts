import type { Story } from './begin.ts';
import { press, pressIn, seesText } from './press.ts';

type Windows = Pick<Story, 'console' | 'assist'>;

/** The host asks for a recording, in the tab *Session*, and the customer allows it. */
export async function record({ console, assist }: Windows): Promise<void> {
  await pressIn(console, '.tab-list', 'Session');
  await press(console, 'Record session');
  await seesText(assist, 'May this session be recorded?');
  await press(assist, 'Allow');
  await seesText(assist, 'This session is recorded');
}
