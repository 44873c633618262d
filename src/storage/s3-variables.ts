import { z } from 'zod';
import type { S3Encryption, S3Settings } from './s3-settings.ts';

const origin = (what: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/i, `must be ${what}: an http or https URL without a path`)
    .transform((url) => new URL(url).origin);

/** The variables that name an S3-compatible store. */
export const s3Variables = {
  S3_BUCKET: z
    .string()
    .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z\d-]+$/, 'must be a region like eu-central-1')
    .default('us-east-1'),
  S3_ENDPOINT: origin('where the store answers').optional(),
  S3_PUBLIC_ENDPOINT: origin('where clients reach the store').optional(),
  S3_FORCE_PATH_STYLE: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_ENCRYPTION: z.enum(['AES256', 'aws:kms'], { error: 'must be AES256 or aws:kms' }).optional(),
  S3_KMS_KEY_ID: z.string().optional(),
};
type S3Variables = z.infer<z.ZodObject<typeof s3Variables>>;

/**
 * What does not fit together. A name that nobody knows is a problem as well: ignored, it would leave statements where
 * their owner does not expect them.
 */
export function findS3Problems(set: Readonly<Record<string, string | undefined>>): string[] {
  const given = Object.keys(set).filter((name) => name.startsWith('S3_'));
  return [
    ...given.filter((name) => !(name in s3Variables)).map((name) => `${name}: is no variable of ours`),
    ...(given.length > 0 && !set['S3_BUCKET'] ? ['S3_BUCKET: must be set where the store is S3'] : []),
    ...needs(set, 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'),
    ...needs(set, 'S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID'),
    ...(set['S3_KMS_KEY_ID'] && set['S3_ENCRYPTION'] !== 'aws:kms'
      ? ['S3_KMS_KEY_ID: is only used where S3_ENCRYPTION is aws:kms']
      : []),
  ];
}

const needs = (set: Readonly<Record<string, string | undefined>>, given: string, needed: string): string[] =>
  set[given] && !set[needed] ? [`${needed}: must be set where ${given} is`] : [];

/** Null where no bucket is named: objects are kept on the disk. */
export function arrangeS3(set: S3Variables): S3Settings | null {
  if (!set.S3_BUCKET) return null;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = set;
  return {
    bucket: set.S3_BUCKET,
    region: set.S3_REGION,
    endpoint: set.S3_ENDPOINT ?? null,
    publicEndpoint: set.S3_PUBLIC_ENDPOINT ?? null,
    // Stores other than Amazon's seldom have a host name for each bucket.
    pathStyle: set.S3_FORCE_PATH_STYLE ? set.S3_FORCE_PATH_STYLE === 'true' : set.S3_ENDPOINT !== undefined,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    encryption: arrangeEncryption(set),
  };
}

const arrangeEncryption = ({ S3_ENCRYPTION: kind, S3_KMS_KEY_ID: key }: S3Variables): S3Encryption => {
  if (kind === undefined) return {};
  if (kind === 'AES256') return { ServerSideEncryption: kind };
  return { ServerSideEncryption: kind, ...(key ? { SSEKMSKeyId: key } : {}) };
};
