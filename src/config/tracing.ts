import { z } from 'zod';
import { httpUrl, text } from './notations.ts';

export type TracingConfig = {
  /** Where traces are sent. Null: nowhere, and none are made. */
  readonly tracing: { readonly endpoint: string; readonly serviceName: string; readonly share: number } | null;
};

/** As OpenTelemetry names them: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl('must be the http or https URL of an OTLP endpoint').optional(),
  OTEL_SERVICE_NAME: z.string().default('excellent-banking'),
  OTEL_TRACES_SAMPLER_ARG: text(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/, 'must be a share from 0 to 1').default('1'),
};
type TracingVariables = z.infer<z.ZodObject<typeof tracingVariables>>;

export const arrangeTracing = (set: TracingVariables): TracingConfig => ({
  tracing: set.OTEL_EXPORTER_OTLP_ENDPOINT
    ? {
        endpoint: set.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, ''),
        serviceName: set.OTEL_SERVICE_NAME,
        share: Number(set.OTEL_TRACES_SAMPLER_ARG),
      }
    : null,
});
