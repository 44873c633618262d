declare module '@20minutes/s3rver' {
  import type { Server } from 'node:http';

  /** A small S3 on a local port that verifies signatures; its one account is called S3RVER, and so is its secret. */
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      directory: string;
      silent: boolean;
      vhostBuckets: boolean;
      configureBuckets: { name: string; configs?: (string | Buffer)[] }[];
    });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
    readonly httpServer: Server;
  }
}

declare module '@20minutes/s3rver/lib/signature/v4.js' {
  type CanonicalRequest = { uri: string; querystring: string };
  const v4: { getStringToSign(request: CanonicalRequest, signature: object): string };
  export default v4;
}
