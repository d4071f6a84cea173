import type { GenericSchema, InferOutput } from 'valibot'

/**
 * Events from one subgraph to the others; each publisher has a file here. An event carries the full state of its
 * aggregate and the aggregate's version, so a consumer needs nothing else and drops what it already has.
 */
export interface EventDefinition<Payload> {
  /** `publisher.aggregate`; the name of its queues, so it never changes. */
  readonly name: string
  readonly schema: GenericSchema<unknown, Payload>
}

export const defineEvent = <Schema extends GenericSchema>(name: string, schema: Schema) => ({
  name,
  schema: schema as unknown as GenericSchema<unknown, InferOutput<Schema>>,
})

/** What travels: `type PersonEvent = PayloadOf<typeof person>`. */
export type PayloadOf<Definition> = Definition extends EventDefinition<infer Payload> ? Payload : never
