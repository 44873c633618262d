/** Where the store is and how it is spoken to. A file of its own, so that naming it does not load the SDK. */
export type S3Settings = {
  readonly bucket: string;
  readonly region: string;
  /** Scheme, host and port; null: Amazon's, by the region. */
  readonly endpoint: string | null;
  /** What signed URLs lead to, where clients know the store by another name than we do. */
  readonly publicEndpoint: string | null;
  /** `https://host/bucket/key` where others write `https://bucket.host/key`. */
  readonly pathStyle: boolean;
  /** Null: the SDK's own chain finds them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /**
   * Asked of the store for what the server itself writes. Uploads by signed URL follow the bucket's default, since a
   * browser would have to send these headers along.
   */
  readonly encryption: S3Encryption;
};

export type S3Encryption =
  | Record<string, never>
  | { readonly ServerSideEncryption: 'AES256' }
  | { readonly ServerSideEncryption: 'aws:kms'; readonly SSEKMSKeyId?: string };

/** What signed URLs start with: a page that sends its uploads straight to the store must be allowed to reach it. */
export function originOfS3({ bucket, region, endpoint, publicEndpoint, pathStyle }: S3Settings): string {
  const store = new URL(publicEndpoint ?? endpoint ?? `https://s3.${region}.amazonaws.com`);
  return `${store.protocol}//${pathStyle ? '' : `${bucket}.`}${store.host}`;
}
