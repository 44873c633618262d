import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import v4 from '@20minutes/s3rver/lib/signature/v4.js';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { S3Settings } from '../../src/storage/s3-settings.ts';
import { createS3Storage } from '../../src/storage/s3-storage.ts';

// Two things that this server hashes otherwise than Amazon does (Signature Version 4, "canonical request"): the path of a
// bucket ends in a slash where the request's does, and all but the unreserved characters of RFC 3986 are escaped.
const { getStringToSign } = v4;
v4.getStringToSign = (request, signature) =>
  getStringToSign(
    {
      ...request,
      uri: request.uri.replace(/^\/[^/]+$/, '$&/'),
      querystring: request.querystring.replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    },
    signature,
  );

/** Pages of any origin may put and get, as a bucket's owner would allow their web app to. */
const CORS = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin>
  <AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>
  <AllowedHeader>*</AllowedHeader>
</CORSRule></CORSConfiguration>`;

/** An S3 on a free loopback port that verifies every signature, with one empty bucket in it. */
export async function startS3Server() {
  const directory = await mkdtemp(join(tmpdir(), 's3-server-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    vhostBuckets: false,
    configureBuckets: [{ name: 'statements', configs: [CORS] }],
  });
  const { port } = await server.run();
  const settings: S3Settings = {
    bucket: 'statements',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    publicEndpoint: null,
    pathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    encryption: {},
  };
  const storages: { close(): void }[] = [];
  return {
    settings,
    /** Where its objects are kept. */
    directory,
    /** The same store as variables of the environment. */
    environment: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'statements',
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    open(changed: Partial<S3Settings> = {}, clock: Clock = systemClock) {
      const storage = createS3Storage({ ...settings, ...changed }, clock);
      storages.push(storage);
      return storage;
    },
    async close() {
      for (const storage of storages) storage.close();
      const closed = server.close();
      // Clients keep theirs for some seconds after the last call.
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
