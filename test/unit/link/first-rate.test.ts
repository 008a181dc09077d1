import { expect, test } from 'vitest';
import { withFirstRate } from '../../../shared/browser/link/first-rate.ts';

test('every VP8 of a description begins at a megabit, and nothing else changes', () => {
  const before = [
    'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
    'a=rtpmap:96 VP8/90000',
    'a=rtcp-fb:96 nack',
    'a=rtpmap:98 VP9/90000',
  ];
  const [media, vp8, ...rest] = before;
  expect(withFirstRate(`${before.join('\r\n')}\r\n`)).toBe(
    `${[media, vp8, 'a=fmtp:96 x-google-start-bitrate=1000', ...rest].join('\r\n')}\r\n`,
  );
});

test('a VP8 that has parameters keeps them, in the one line that it may have, in each of several media', () => {
  const firefox = (fmtp: string) =>
    ['m=video 9 UDP/TLS/RTP/SAVPF 120', fmtp, 'a=rtcp-fb:120 nack', 'a=rtpmap:120 VP8/90000', ''].join('\r\n');
  const before = firefox('a=fmtp:120 max-fs=12288;max-fr=60');
  const after = firefox('a=fmtp:120 max-fs=12288;max-fr=60;x-google-start-bitrate=1000');
  expect(withFirstRate(`v=0\r\n${before}${before}`)).toBe(`v=0\r\n${after}${after}`);
});
