import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createClipboard } from '../../../shared/browser/clipboard/create-clipboard.ts';
import { firstLines } from '../../../shared/browser/clipboard/first-lines.ts';
import type { Link } from '../../../shared/browser/link/contract.ts';
import { clipboardLimits, textFault } from '../../../shared/protocol/clipboard.ts';

function open() {
  let hear: (bytes: Uint8Array) => void = () => undefined;
  let fresh: () => void = () => undefined;
  const sent: string[] = [];
  const way = {
    send: (channel: string, bytes: Uint8Array) => void sent.push(`${channel} ${new TextDecoder().decode(bytes)}`),
    receive: (_channel: string, handler: typeof hear) => void (hear = handler),
    onFresh: (handler: () => void) => void (fresh = handler),
  } as unknown as Link;
  const link = signal<Link | null>(way);
  const clipboard = createClipboard(link, new AbortController().signal);
  const say = (message: unknown) => hear(new TextEncoder().encode(JSON.stringify(message)));
  return { clipboard, sent, say, link, fresh: () => fresh() };
}

test('[P1] who is asked has sent nothing until it is pressed', () => {
  const { clipboard, sent, say } = open();
  say({ type: 'clipboard.ask' });
  expect([clipboard.isAsked.value, sent]).toEqual([true, []]);
  expect(clipboard.send('hello')).toBe(null);
  expect(sent).toEqual(['clipboard {"type":"clipboard.text","text":"hello"}']);
  expect(clipboard.isAsked.value).toBe(false);
});

test('[P1] who refuses sends nothing, and the other is told', () => {
  const { clipboard, sent, say } = open();
  say({ type: 'clipboard.ask' });
  clipboard.refuse();
  expect(sent).toEqual(['clipboard {"type":"clipboard.refuse"}']);
  clipboard.ask();
  say({ type: 'clipboard.refuse' });
  expect(clipboard.outcome.value).toBe('refused');
});

test('[P2] only text, and 256 KiB of it at most, both ways', () => {
  const { clipboard, sent, say } = open();
  const most = 'é'.repeat(clipboardLimits.textBytes / 2);
  expect([textFault(most), textFault(`${most}x`), textFault('')]).toEqual([null, 'too-long', 'empty']);
  expect(clipboard.send(`${most}x`)).toBe('too-long');
  expect(sent).toEqual([]);
  say({ type: 'clipboard.text', text: `${most}x` });
  say({ type: 'clipboard.text', text: '' });
  say({ type: 'clipboard.text', text: '<b>x</b>', html: '<b>x</b>' });
  expect(clipboard.received.value).toBe(null);
  say({ type: 'clipboard.text', text: most });
  expect(clipboard.received.value?.text).toBe(most);
});

test('[P2] the largest text passes as JSON, whatever its characters', () => {
  const { clipboard, say } = open();
  const text = '\u0001'.repeat(clipboardLimits.textBytes);
  say({ type: 'clipboard.text', text });
  expect(clipboard.received.value?.text.length).toBe(text.length);
});

test('[P4] who sends one after the other is not heard for a while', () => {
  const { clipboard, say } = open();
  for (let at = 0; at < 50; at += 1) say({ type: 'clipboard.text', text: String(at) });
  expect(clipboard.received.value).toEqual({ text: String(clipboardLimits.messagesAtOnce - 1), number: 5 });
});

test('what one who has gone asked for needs no answer; what was received stays', () => {
  const { clipboard, say, fresh, link } = open();
  say({ type: 'clipboard.ask' });
  say({ type: 'clipboard.text', text: 'kept' });
  fresh();
  expect([clipboard.isAsked.value, clipboard.received.value?.text]).toEqual([false, 'kept']);
  link.value = null;
  expect(clipboard.hasWay.value).toBe(false);
  clipboard.dismiss();
  expect(clipboard.received.value).toBe(null);
});

test('of a long text the first lines are shown', () => {
  expect(firstLines('a\nb')).toBe('a\nb');
  expect(firstLines('1\n2\n3\n4\n5\n6\n7')).toBe('1\n2\n3\n4\n5\n6…');
  expect([...firstLines('😀'.repeat(600))]).toHaveLength(clipboardLimits.shownChars + 1);
});
