import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddressOf } from '../../src/http/client-address.ts';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage => {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
};

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:0:0:9::', '2001:db8:0:0::/64'],
])('a client at %s is known as %s', (remote, known) => {
  expect(clientAddressOf(from(remote, '198.51.100.1'), 0)).toBe(known);
});

test.each([
  '127.0.0.1',
  '::1',
  '::ffff:10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  'fd00::1',
  'fe80::1%eth0',
])('at %s is a proxy that we were not told of, and its clients are not taken for one', (remote) => {
  expect(clientAddressOf(from(remote, '198.51.100.1'), 0)).toBeNull();
});

test.each([
  ['198.51.100.1', 1, '198.51.100.1'],
  ['made up, 10.9.9.9, 198.51.100.1', 1, '198.51.100.1'],
  ['made up, 198.51.100.1, 203.0.113.1', 2, '198.51.100.1'],
  ['198.51.100.1:4711', 1, '198.51.100.1'],
  ['[2001:db8:1:2::9]:4711', 1, '2001:db8:1:2::/64'],
  // The intranet's own clients are clients, once it is known who stands in front.
  ['10.1.2.3', 1, '10.1.2.3'],
])('behind proxies the client of "%s", %i from the end, is %s', (forwarded, proxies, known) => {
  expect(clientAddressOf(from('10.0.0.1', forwarded), proxies)).toBe(known);
});

test.each([[undefined], [''], ['unknown'], ['198.51.100.1, _hidden']])(
  'a proxy that says "%s" has told nothing',
  (forwarded) => {
    expect(clientAddressOf(from('10.0.0.1', forwarded), 1)).toBeNull();
  },
);
