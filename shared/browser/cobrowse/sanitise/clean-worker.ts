import { createCleaning, type ToCleaner } from './cleaning.ts';

const receive = createCleaning((message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToCleaner>) => receive(data);
