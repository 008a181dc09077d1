/** What a line is taken to carry until it has been measured, kbit/s. */
const firstRate = 'x-google-start-bitrate=1000';

/**
 * The other side's description, with that rate. Chromium begins at 300 kbit/s, and lets a screen's first frame, which
 * has 170 kB for a full one of text, leave no faster. Others do not know the word.
 */
export const withFirstRate = (sdp: string): string =>
  sdp
    .split(/^(?=m=)/m)
    .map((media) => [...media.matchAll(/^a=rtpmap:(\d+) VP8\/90000\r\n/gm)].reduce(withRateOf, media))
    .join('');

/** A payload has one line of parameters at most: Firefox's VP8 brings its own. */
function withRateOf(media: string, [map, payload]: RegExpExecArray): string {
  const parameters = new RegExp(`^a=fmtp:${payload} .*(?=\r\n)`, 'm').exec(media)?.[0];
  return parameters
    ? media.replace(parameters, `${parameters};${firstRate}`)
    : media.replace(map, `${map}a=fmtp:${payload} ${firstRate}\r\n`);
}
