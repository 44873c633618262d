/** An event whose sender is proven. `payload` is the whole body as JSON, whose shape nobody has checked yet. */
export type ProviderEvent = { id: string; type: string; payload: unknown };
