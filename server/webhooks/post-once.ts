import { lookup as lookUp } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { DeliveryProblem } from '../../shared/protocol/webhooks.ts';
import { mayCall } from './may-call.ts';
import { isPublicAddress } from './public-address.ts';

export type Posted = { status: number | null; problem: DeliveryProblem | null };

interface Post {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  isPrivateAllowed: boolean;
  withinMs: number;
}

class NotAllowed extends Error {}

/** The very address that is connected to is looked at, so that a name cannot change its mind in between. */
const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const addresses = error ? [] : found;
    const [first] = addresses;
    if (error) answer(error, '', 0);
    else if (!first || !addresses.every(({ address }) => isPublicAddress(address))) answer(new NotAllowed(), '', 0);
    else if (options.all) answer(null, addresses);
    else answer(null, first.address, first.family);
  });
};

/** One POST, of which the status alone is of interest. Redirects are not followed: they are no answer. */
export function postOnce({ url, headers, body, isPrivateAllowed, withinMs }: Post): Promise<Posted> {
  if (!mayCall(url, isPrivateAllowed)) return Promise.resolve({ status: null, problem: 'address' });
  const { promise, resolve } = Promise.withResolvers<Posted>();
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(withinMs);
  const sent = send(
    url,
    {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      ...(isPrivateAllowed ? {} : { lookup: publicOnly }),
    },
    (response) => {
      const status = response.statusCode ?? 0;
      resolve({ status, problem: status >= 200 && status < 300 ? null : 'status' });
      // Nobody reads it.
      response.destroy();
    },
  );
  sent.on('error', (error) => {
    const problem = error instanceof NotAllowed ? 'address' : signal.aborted ? 'timeout' : 'network';
    resolve({ status: null, problem });
  });
  sent.end(body);
  return promise;
}
