/** One operation with what it takes and gives. A test holds each to the schema. */
export type Operation<Data, Variables = Record<string, never>> = {
  readonly text: string;
  /** Only a type: never there. */
  readonly signature?: (variables: Variables) => Data;
};

export const operation = <Data, Variables = Record<string, never>>(text: string): Operation<Data, Variables> => ({
  text,
});
