import { expect, test } from 'vitest';
import { createRouter } from '../../rest/router.ts';

const router = createRouter(
  [
    ['GET', '/files/'],
    ['GET', '/files/{file_id}'],
    ['DELETE', '/files/{file_id}'],
    ['POST', '/files/upload-url'],
    ['GET', '/a.b/{x}/c/{y}'],
  ].map(([method = '', path = '']) => ({ method, path, handler: `${method} ${path}` })),
);

test.each([
  ['GET', '/files/', 'GET /files/', {}],
  ['GET', '/files/5', 'GET /files/{file_id}', { file_id: '5' }],
  ['DELETE', '/files/5', 'DELETE /files/{file_id}', { file_id: '5' }],
  ['POST', '/files/upload-url', 'POST /files/upload-url', {}],
  // A fixed path takes nothing away from a pattern for the methods that it does not have.
  ['GET', '/files/upload-url', 'GET /files/{file_id}', { file_id: 'upload-url' }],
  ['GET', '/a.b/1/c/2', 'GET /a.b/{x}/c/{y}', { x: '1', y: '2' }],
])('%s %s', (method, path, handler, params) => {
  expect(router.find(method, path)).toEqual({ handler, params });
});

test.each([
  ['POST', '/files/5'],
  ['GET', '/files'],
  ['GET', '/files/5/'],
  ['GET', '/files/5/6'],
  ['get', '/files/'],
  ['GET', '/axb/1/c/2'],
  ['GET', ''],
])('%s %s leads nowhere', (method, path) => {
  expect(router.find(method, path)).toBeNull();
});

test('the methods of a path are known, for 405', () => {
  expect(router.methodsOf('/files/5')).toEqual(['GET', 'DELETE']);
  expect(router.methodsOf('/files/upload-url')).toEqual(['POST', 'GET', 'DELETE']);
  expect(router.methodsOf('/files/5/6')).toEqual([]);
});
