import type { ScreenQuality } from '../../protocol/media.ts';

/** How a screen is sent. `scale`: how many times smaller than it is. */
export interface Encoding {
  maxBitrate: number;
  maxFramerate: number;
  scale: number;
}

/**
 * A lower frame rate or size alone saves nothing: WebRTC spends its budget on better pictures, so `sampling` has a
 * budget of its own. Text keeps its full size in both; at five frames a second a still page becomes sharp.
 */
const encodings: Readonly<Record<ScreenQuality, Encoding>> = {
  standard: { maxBitrate: 4_000_000, maxFramerate: 60, scale: 1 },
  sampling: { maxBitrate: 300_000, maxFramerate: 5, scale: 1 },
};

/** On a line that is too slow the picture becomes smaller, step by step, before it stands still. */
export const slowSteps = [1, 1.5, 2, 3] as const;

/** Of the video while what changes goes ahead of it, where there are few processors: they are needed for that. */
const behindFps = 5;

/** `spends`: for the few seconds in which a picture at rest becomes sharp it costs the line one picture, in either quality. */
export function encodingFor(quality: ScreenQuality, step: number, spends = false, isBehind = false): Encoding {
  const plain = encodings[quality];
  const maxFramerate = isBehind ? Math.min(plain.maxFramerate, behindFps) : plain.maxFramerate;
  const { maxBitrate } = spends ? encodings.standard : plain;
  return { maxBitrate, maxFramerate, scale: plain.scale * (slowSteps[Math.min(step, slowSteps.length - 1)] ?? 1) };
}

/** The parameters of a sender with that encoding; the browser gives the rest. */
export function withEncoding(parameters: RTCRtpSendParameters, encoding: Encoding): RTCRtpSendParameters {
  return {
    ...parameters,
    degradationPreference: 'maintain-resolution',
    encodings: parameters.encodings.map((one) => ({
      ...one,
      maxBitrate: encoding.maxBitrate,
      maxFramerate: encoding.maxFramerate,
      scaleResolutionDownBy: encoding.scale,
    })),
  };
}
