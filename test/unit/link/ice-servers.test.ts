import { expect, test } from 'vitest';
import { linkIce, mediaIce } from '../../../shared/browser/link/ice-servers.ts';

const credential = { username: '1:a.b', credential: 'secret' };
const stun = { urls: ['stun:s.example.org'] };
const turn = {
  urls: ['turn:t.example.org?transport=udp', 'turn:t.example.org?transport=tcp', 'turns:t.example.org:443'],
  ...credential,
};
const byTcp = { urls: ['turn:localhost:8787?transport=tcp'], ...credential };

test('media take every server there is', () => {
  expect(mediaIce([stun, turn], true)).toEqual({ iceServers: [stun, turn] });
  expect(mediaIce([], true)).toEqual({ iceServers: [] });
});

test('media go through TURN only where peer to peer is off, and not at all where there is none', () => {
  expect(mediaIce([stun, turn], false)).toEqual({ iceServers: [stun, turn], iceTransportPolicy: 'relay' });
  expect(mediaIce([stun], false)).toBeNull();
  expect(mediaIce([], false)).toBeNull();
});

test('the link takes what carries datagrams', () => {
  expect(linkIce([stun, turn, byTcp])).toEqual({
    iceServers: [stun, { urls: ['turn:t.example.org?transport=udp'], ...credential }],
  });
});
