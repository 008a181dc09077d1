import type { Page } from 'puppeteer';

/** From now on the page's microphone gives this tone, so that it is known whose voice is heard. Hz */
export const speakAs = (page: Page, hz: number): Promise<void> =>
  page.evaluate((frequency) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency });
      const loudness = new GainNode(context, { gain: 0.2 });
      const microphone = context.createMediaStreamDestination();
      tone.connect(loudness).connect(microphone);
      tone.start();
      await context.resume();
      return microphone.stream;
    };
  }, hz);

/** Of each tone: in what part of the seconds of that file (an address that the page may read) it is heard, 0 to 1. */
export const tonesIn = (page: Page, address: string, tones: readonly number[]): Promise<number[]> =>
  page.evaluate(
    async (url, wanted) => {
      const bytes = await (await fetch(url)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
      const samples = sound.getChannelData(0);
      const length = sound.sampleRate / 10;
      // Goertzel: how strong one tone is in a tenth of a second.
      const strength = (from: number, hz: number) => {
        const turn = 2 * Math.cos((2 * Math.PI * hz) / sound.sampleRate);
        let [before, last] = [0, 0];
        for (let at = from; at < from + length; at += 1) [before, last] = [last, (samples[at] ?? 0) + turn * last - before];
        return (2 * Math.sqrt(Math.max(0, last * last + before * before - turn * last * before))) / length;
      };
      const pieces = Math.floor(samples.length / length);
      return wanted.map((hz) => {
        let heard = 0;
        for (let piece = 0; piece < pieces; piece += 1) if (strength(piece * length, hz) > 0.02) heard += 1;
        return heard / pieces;
      });
    },
    address,
    tones,
  );
