/** What a line is taken to carry until it has been measured, kbit/s. */
const firstKbps = 1_000;

/**
 * The other side's description, with that rate. Chromium begins at 300 kbit/s, and lets a screen's first frame, which
 * has 170 kB for a full one of text, leave no faster. Others do not know the word.
 */
export const withFirstRate = (sdp: string): string =>
  sdp.replaceAll(/^a=rtpmap:(\d+) VP8\/90000\r\n/gm, (line, payload: string) => {
    return `${line}a=fmtp:${payload} x-google-start-bitrate=${firstKbps}\r\n`;
  });
